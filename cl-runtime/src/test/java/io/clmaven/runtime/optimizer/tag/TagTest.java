package io.clmaven.runtime.optimizer.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.AllocatedMemory;
import io.clmaven.runtime.optimizer.Steps;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class TagTest {

  private static final float ROUNDING = 1e-6f;
  private static final double E = Math.E;

  @Test
  void aTaskThatAgreesWeighsLessAndOneThatOpposesWeighsMore() {
    Steps steps = Steps.of("{name: tag-rmsprop, learningRate: 1, b: 1}", 0, 0);
    steps.along(3, 4); // U = (0.6, 0.8)
    nextTask(steps);
    steps.along(4, 3); // cosine 0.96
    assertThat(alphas(steps, 0))
        .containsExactly(new float[] {(float) Math.exp(-0.96), (float) (1 / E)}, within(ROUNDING));
    nextTask(steps);
    steps.along(-3, -4); // cosines -1 and -0.96
    assertThat(alphas(steps, 0))
        .containsExactly(
            new float[] {(float) E, (float) Math.exp(0.96), (float) (1 / E)}, within(ROUNDING));
  }

  @Test
  void adagradStepsByTheWeightedSumOfTheSquaresOfAllTasks() {
    Steps steps = Steps.of("{name: tag-adagrad, learningRate: 1, b: 1, epsilon: 0}", 0, 0);
    assertThat(steps.along(2, 0)).containsExactly(-1, Float.NaN); // 0 / sqrt(0)
    Steps both = Steps.of("{name: tag-adagrad, learningRate: 1, b: 1, epsilon: 0}", 0, 0);
    both.along(2, 2); // V = (4, 4), w = (-1, -1)
    nextTask(both);
    // opposite: S = e (4, 4) + (9, 9) / e
    float step = (float) (3 / Math.sqrt(4 * E + 9 / E));
    assertThat(both.along(-3, -3))
        .containsExactly(new float[] {-1 + step, -1 + step}, within(ROUNDING));
  }

  @Test
  void weightsAreThoseOfATensorNotOfTheNetwork() {
    Steps steps = Steps.of("{name: tag-rmsprop, learningRate: 1, b: 5}", twoTensors(), 0, 0, 0);
    steps.along(1, 0, 1);
    nextTask(steps);
    steps.along(0, 1, -1); // orthogonal in the first tensor, opposite in the second
    assertThat(alphas(steps, 0)[0]).isEqualTo(1);
    assertThat(alphas(steps, 1)[0]).isCloseTo((float) Math.exp(5), within(1e-3f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tag-rmsprop", "tag-adagrad", "tag-adam"})
  void withoutSharpnessAllTasksWeighOne(String name) {
    Steps steps = Steps.of("{name: %s, learningRate: 1, b: 0}".formatted(name), 0, 0);
    steps.along(3, 4);
    nextTask(steps);
    steps.along(4, 3);
    assertThat(alphas(steps, 0)).containsExactly(1, 1);
  }

  @Test
  void withoutSharpnessTagAdagradIsAdagradOverAllTasks() {
    Steps tagged = Steps.of("{name: tag-adagrad, learningRate: 0.1, b: 0}", 1, 2);
    Steps plain = Steps.of("{name: adagrad, learningRate: 0.1, epsilon: 1e-8}", 1, 2);
    for (int task = 0; task < 3; task++) {
      for (int step = 1; step <= 4; step++) {
        float[] gradient = {(float) Math.sin(task + step), (float) Math.cos(2.0 * task - step)};
        assertThat(tagged.along(gradient)).containsExactly(plain.along(gradient), within(1e-5f));
      }
      nextTask(tagged);
      nextTask(plain);
    }
  }

  @ParameterizedTest
  @CsvSource({"tag-rmsprop, rmsprop", "tag-adam, adam", "tag-adagrad, adagrad"})
  void theFirstTaskIsThatOfTheBaseRuleBitForBit(String tag, String base) {
    float[] start = new float[5000];
    for (int i = 0; i < start.length; i++) {
      start[i] = (float) Math.sin(i);
    }
    Steps tagged = Steps.of("{name: %s, learningRate: 0.1}".formatted(tag), start);
    Steps plain = Steps.of("{name: %s, learningRate: 0.1, epsilon: 1e-8}".formatted(base), start);
    for (int step = 1; step <= 5; step++) {
      float[] gradient = new float[start.length];
      for (int i = 0; i < start.length; i++) {
        gradient[i] = (float) Math.cos(i * step);
      }
      assertThat(tagged.along(gradient)).containsExactly(plain.along(gradient));
    }
  }

  @Test
  void theCorrectionOfAdamBeginsAnewAtEachEpoch() {
    Steps steps = Steps.of("{name: tag-adam, learningRate: 1, epsilon: 0}", 0);
    steps.along(1);
    steps.optimizer().beginEpoch();
    // m = 0.19, v = 0.001999, corrected as at a first step: 1.9 / sqrt(1.999)
    float step = (float) (1.9 / Math.sqrt(1.999));
    assertThat(steps.along(1)).containsExactly(new float[] {-1 - step}, within(1e-5f));
  }

  @Test
  void aTensorWithoutGradientIsNoNumberAsInTheOfficialCode() {
    Steps steps = Steps.of("{name: tag-rmsprop, learningRate: 1}", twoTensors(), 0, 0, 0);
    steps.along(1, 1, 0);
    nextTask(steps);
    float[] after = steps.along(1, 1, 1);
    assertThat(after[0]).isFinite();
    assertThat(after[2]).isNaN();
    assertThat(steps.optimizer().remedy())
        .hasValue(
            "If all gradients of a tensor were zero, set 'training.optimizer.zeroMoment' to"
                + " 'orthogonal'.");
  }

  @Test
  void aTensorWithoutGradientCanCountAsOrthogonal() {
    Steps steps =
        Steps.of(
            "{name: tag-rmsprop, learningRate: 1, zeroMoment: orthogonal}", twoTensors(), 0, 0, 0);
    steps.along(1, 1, 0);
    nextTask(steps);
    steps.along(0, 0, 1);
    assertThat(alphas(steps, 0)[0]).isEqualTo(1);
    assertThat(alphas(steps, 1)[0]).isEqualTo(1);
    assertThat(steps.parameters().pull()).doesNotContain(Float.NaN);
    assertThat(steps.optimizer().remedy()).isEmpty();
  }

  @Test
  void aRestartSetsTheRateBackAndKeepsTheTask() {
    Steps steps = Steps.of("{name: tag-rmsprop, learningRate: 1}", 0);
    steps.along(1);
    steps.optimizer().learningRate(0.5);
    steps.optimizer().restart();
    assertThat(steps.optimizer().learningRate()).isEqualTo(1);
    steps.along(1);
    assertThat(alphas(steps, 0)).hasSize(1);
  }

  @Test
  void loopsOverManyBlocksAndTasksAgreeWithTheFormula() {
    int length = 3 * Blocks.LONGEST + 17;
    TagFormula formula = new TagFormula(length, 0.01, 2);
    Steps steps = Steps.of("{name: tag-rmsprop, learningRate: 0.01, b: 2}", new float[length]);
    for (int task = 0; task < 7; task++) {
      formula.beginTask();
      if (task > 0) {
        nextTask(steps);
      }
      for (int step = 0; step < 3; step++) {
        float[] gradient = gradient(length, task, step);
        double[] expected = formula.along(gradient);
        float[] actual = steps.along(gradient);
        for (int i = 0; i < length; i++) {
          assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-5));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tag-rmsprop", "tag-adagrad", "tag-adam"})
  void aStepTakesNoMemory(String name) {
    Steps steps = Steps.of("{name: %s, learningRate: 1}".formatted(name), twoTensors(), 0, 0, 0);
    FlatVector gradient = new FlatVector(Nd4j.createFromArray(1f, 2f, 3f));
    steps.optimizer().update(steps.parameters(), gradient);
    nextTask(steps);
    assertThat(
            AllocatedMemory.perStep(() -> steps.optimizer().update(steps.parameters(), gradient)))
        .isZero();
  }

  private static float[] gradient(int length, int task, int step) {
    float[] gradient = new float[length];
    for (int i = 0; i < length; i++) {
      gradient[i] = (float) (Math.sin(0.1 * i + task) + 0.3 * Math.cos(i * (step + 1.0)));
    }
    return gradient;
  }

  private static void nextTask(Steps steps) {
    steps.optimizer().beginTask();
    steps.optimizer().beginEpoch();
  }

  private static float[] alphas(Steps steps, int tensor) {
    return ((Tag) steps.optimizer()).history().alphas(tensor);
  }

  private static ParameterLayout twoTensors() {
    return new ParameterLayout(
        List.of(
            new Segment("stem.conv", Segment.Kind.WEIGHT, List.of(1, 2), 0),
            new Segment("head", Segment.Kind.BIAS, List.of(1), 2)));
  }
}
