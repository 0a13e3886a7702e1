package io.clmaven.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Literals follow torch.optim; those that are compared exactly are exact in binary. */
class AdaptiveOptimizersTest {

  private static final float ROUNDING = 1e-6f;

  @Test
  void rmsPropDividesByTheRootOfTheMeanSquare() {
    Steps steps = Steps.of("{name: rmsprop, learningRate: 0.5, decay: 0.75, epsilon: 1}", 1, -2);
    // v = 0.25 * (16, 64) = (4, 16); w - 0.5 g / (sqrt(v) + 1) = (1 - 2 / 3, -2 + 4 / 5)
    assertThat(steps.along(4, -8)).containsExactly(new float[] {1 / 3f, -1.2f}, within(ROUNDING));
    // v = 0.75 * (4, 16) + 0.25 * (4, 16) = (4, 16); (1 / 3 - 1 / 3, -1.2 - 2 / 5)
    assertThat(steps.along(2, 4)).containsExactly(new float[] {0, -1.6f}, within(ROUNDING));
  }

  @Test
  void adagradDividesByTheRootOfTheSumOfSquares() {
    Steps steps = Steps.of("{name: adagrad, learningRate: 1, epsilon: 0}", 0, 0);
    assertThat(steps.along(3, -8)).containsExactly(-1, 1);
    // v = (9 + 16, 64 + 36) = (25, 100)
    assertThat(steps.along(4, 6)).containsExactly(new float[] {-1.8f, 0.4f}, within(ROUNDING));
  }

  @Test
  void adagradLowersItsRateFromTheSecondStepOn() {
    Steps steps = Steps.of("{name: adagrad, learningRate: 1, rateDecay: 1, epsilon: 0}", 0, 0);
    assertThat(steps.along(3, -8)).containsExactly(-1, 1);
    // rate 1 / (1 + 1)
    assertThat(steps.along(4, 6)).containsExactly(new float[] {-1.4f, 0.7f}, within(ROUNDING));
  }

  @Test
  void adamCorrectsForMomentsThatBeginWithZeros() {
    Steps steps =
        Steps.of("{name: adam, learningRate: 1, beta1: 0.5, beta2: 0.75, epsilon: 0}", 0, 0);
    // m / (1 - 0.5) = g, v / (1 - 0.75) = g^2
    assertThat(steps.along(2, -4)).containsExactly(-1, 1);
    // m = (0.5, -1) + (1, 4) = (1.5, 3), / 0.75 = (2, 4);
    // v = 0.75 * (1, 4) + 0.25 * (4, 64) = (1.75, 19), / 0.4375 = (4, 43.428571)
    assertThat(steps.along(2, 8))
        .containsExactly(new float[] {-2, 1 - 4 / 6.5900357f}, within(ROUNDING));
  }

  @Test
  void adamPutsWeightDecayThroughItsMoments() {
    Steps steps = Steps.of("{name: adam, learningRate: 1, epsilon: 0, weightDecay: 0.5}", 4, -4);
    // g = (1 + 2, 3 - 2) = (3, 1): only the signs matter at the first step
    assertThat(steps.along(1, 3)).containsExactly(new float[] {3, -5}, within(ROUNDING));
  }

  @Test
  void adamWShrinksTheParametersBeforeItsStep() {
    Steps steps = Steps.of("{name: adamw, learningRate: 0.5, epsilon: 0, weightDecay: 0.5}", 4, -4);
    // 0.75 * (4, -4) - 0.5 * (1, 1)
    assertThat(steps.along(1, 3)).containsExactly(new float[] {2.5f, -3.5f}, within(ROUNDING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rmsprop", "adagrad"})
  void weightDecayIsAddedToTheGradient(String name) {
    Steps decaying =
        Steps.of("{name: %s, learningRate: 0.5, weightDecay: 0.25}".formatted(name), 4, -8);
    Steps plain = Steps.of("{name: %s, learningRate: 0.5}".formatted(name), 4, -8);
    // g = (1 + 0.25 * 4, 1 - 0.25 * 8)
    assertThat(decaying.along(1, 1)).containsExactly(plain.along(2, -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rmsprop", "adagrad", "adam", "adamw"})
  void momentsLastOverTheTasksUnlessTheyAreOfATask(String name) {
    String settings = "name: %s, learningRate: 0.5".formatted(name);
    Steps lasting = Steps.of("{%s}".formatted(settings), 1, 1);
    Steps whole = Steps.of("{%s}".formatted(settings), 1, 1);
    Steps ofTask = Steps.of("{%s, lifetime: task}".formatted(settings), 1, 1);
    lasting.along(1, 2);
    whole.along(1, 2);
    float[] after = ofTask.along(1, 2);
    lasting.optimizer().beginTask();
    ofTask.optimizer().beginTask();
    assertThat(lasting.along(3, -1)).containsExactly(whole.along(3, -1));
    assertThat(ofTask.along(3, -1))
        .containsExactly(Steps.of("{%s}".formatted(settings), after).along(3, -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rmsprop", "adagrad", "adam", "adamw"})
  void aRestartForgetsTheMomentsAndTheRate(String name) {
    String text = "{name: %s, learningRate: 0.5}".formatted(name);
    Steps steps = Steps.of(text, 1, 1);
    float[] after = steps.along(1, 2);
    steps.optimizer().learningRate(0.125);
    steps.optimizer().restart();
    assertThat(steps.optimizer().learningRate()).isEqualTo(0.5);
    assertThat(steps.along(3, -1)).containsExactly(Steps.of(text, after).along(3, -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rmsprop", "adagrad", "adam", "adamw"})
  void goesOnAfterALoadAsIfNothingHadHappened(String name) throws Exception {
    String text = "{name: %s, learningRate: 0.1, weightDecay: 0.01}".formatted(name);
    Steps one = Steps.of(text, 0.3f, -0.7f);
    float[] after = one.along(1, 2);
    one.optimizer().learningRate(0.05);
    Steps other = Steps.of(text, after);
    one.copyState(other);
    assertThat(other.along(3, 4)).containsExactly(one.along(3, 4));
  }
}
