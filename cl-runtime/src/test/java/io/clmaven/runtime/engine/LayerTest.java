package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.5, Double.NaN})
  void dropoutRefusesWhatIsNoProbability(double probability) {
    assertRefused(
        () -> new Layer.Dropout(probability),
        "a dropout layer needs a probability in [0, 1], found " + probability);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "-3, 1, 1", "2, -0.5, 1", "2, NaN, 1", "2, 1, 0.0", "2, 1, NaN"})
  void localResponseNormRefusesSumsThatCanBeZero(int size, double alpha, double k) {
    assertRefused(
        () -> new Layer.LocalResponseNorm(size, alpha, 0.75, k),
        "a local response normalisation needs size >= 1, alpha >= 0 and k > 0, found %s, %s and %s"
            .formatted(size, alpha, k));
  }

  @ParameterizedTest
  @CsvSource({"-0.1, 1e-5", "1.1, 1e-5", "NaN, 1e-5", "0.1, -1e-5", "0.1, NaN"})
  void batchNormRefusesSettingsThatAreNoShareOrNegative(double momentum, double epsilon) {
    assertRefused(
        () -> new Layer.BatchNorm(Statistics.RUNNING, momentum, epsilon),
        "a batch normalisation needs momentum in [0, 1] and epsilon >= 0, found %s and %s"
            .formatted(momentum, epsilon));
  }

  private static void assertRefused(ThrowingCallable action, String message) {
    assertThatIllegalArgumentException().isThrownBy(action).withMessage(message);
  }
}
