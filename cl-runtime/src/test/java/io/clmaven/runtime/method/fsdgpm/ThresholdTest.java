package io.clmaven.runtime.method.fsdgpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ThresholdTest {

  @Test
  void refusesANumberOfDirectionsThatTheLargestThresholdCutsOff() {
    assertThatThrownBy(() -> new Tuning().withThreshold(50).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'threshold' is 50, but 'thresholdMaximum' is 0.99999999999. Raise"
                + " 'thresholdMaximum'.");
  }

  @Test
  void takesAllDirectionsWhereTheLargestThresholdIsOneInFloat32() {
    assertThat(new Tuning().withThreshold(1).build().common().thresholdAfter(3))
        .isEqualTo(0.99999999999);
  }
}
