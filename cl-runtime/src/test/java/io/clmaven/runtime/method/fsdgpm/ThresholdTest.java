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
  void everyMethodOfTheFamilyRefusesIt() {
    assertRefused(() -> new FsGpmParameters(2, 0.01, 9, 9, 2, 0, 1, 2, 1, false, false));
    assertRefused(() -> new ReplayGpmParameters(2, 9, 9, 2, 0, 1, 2, 1, false));
  }

  private static void assertRefused(Runnable parameters) {
    assertThatThrownBy(parameters::run)
        .hasMessage("'threshold' is 2, but 'thresholdMaximum' is 1. Raise 'thresholdMaximum'.");
  }

  @Test
  void takesAllDirectionsWhereTheLargestThresholdIsOneInFloat32() {
    assertThat(new Tuning().withThreshold(1).build().thresholdAfter(3)).isEqualTo(0.99999999999);
  }
}
