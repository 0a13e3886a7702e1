package io.clmaven.runtime.replay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ToleranceTest {

  private static final float[] EXPECTED = {3, Float.NaN, -4};
  private static final Tolerance TOLERANCE = Tolerance.ofRms(0.1, EXPECTED);

  @Test
  void whatIsNoNumberFitsWhatIsNone() {
    float[] actual = {3.5f, Float.NaN, -4};
    assertThatCode(() -> TOLERANCE.check("w", actual, EXPECTED)).doesNotThrowAnyException();
  }

  @Test
  void aNumberDoesNotFitWhatIsNone() {
    assertThatThrownBy(() -> TOLERANCE.check("w", new float[] {3, 1, -4}, EXPECTED))
        .hasMessageContaining("w at 1");
  }

  @Test
  void numbersBesideAreStillCompared() {
    assertThatThrownBy(() -> TOLERANCE.check("w", new float[] {3, Float.NaN, -5}, EXPECTED))
        .hasMessageContaining("w at 2");
  }
}
