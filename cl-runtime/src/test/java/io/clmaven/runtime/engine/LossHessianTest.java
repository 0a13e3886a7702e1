package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What losses say of the curvature of the logits. */
class LossHessianTest {

  private static final int OUTPUTS = 4;
  private static final float STEP = 1 / 64f; // exact in floats
  private static final float[] LOGITS = {0.5f, -1, 2, 0.25f, 1, 0, -0.75f, 0.125f};
  private static final float[] TANGENT = {1, -2, 0.5f, 3, -1, 0.25f, 2, -0.5f};
  private static final Offset<Float> ROUNDING = within(1e-7f);
  private static final float LOG_3 = (float) Math.log(3);

  static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of(new SoftmaxCrossEntropy(), new OutputRange(0, 4)),
        Arguments.of(new SoftmaxCrossEntropy(), new OutputRange(1, 4)),
        Arguments.of(new MaskedCrossEntropy(new OutputRange(1, 4)), new OutputRange(0, 4)),
        Arguments.of(
            new ReplayCrossEntropy(List.of(new OutputRange(0, 2), new OutputRange(2, 4))),
            new OutputRange(0, 4)),
        Arguments.of(new SquaredError(new float[] {1, 2, 3, 4, 5, 6, 7, 8}), new OutputRange(0, 4)),
        Arguments.of(new SquaredError(new float[] {1, 2, 3, 4, 5, 6}), new OutputRange(1, 4)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void productEqualsDifferencesOfTheGradient(Loss loss, OutputRange range) {
    Batch batch = batch(range, 2, 0);
    float[] above = gradient(loss, batch, STEP);
    float[] below = gradient(loss, batch, -STEP);
    float[] product = filled(9);
    loss.hessianVectorProduct(LOGITS, OUTPUTS, batch, TANGENT, product);
    for (int i = 0; i < product.length; i++) {
      float slope = (above[i] - below[i]) / (2 * STEP);
      assertThat(product[i]).as("entry %d", i).isCloseTo(slope, within(2e-4f));
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void curvatureIsTheDiagonal(Loss loss, OutputRange range) {
    Batch batch = batch(range, 2, 0);
    float[] curvature = filled(9);
    loss.curvature(LOGITS, OUTPUTS, batch, curvature);
    for (int i = 0; i < curvature.length; i++) {
      float[] unit = filled(0);
      unit[i] = 1;
      float[] product = filled(9);
      loss.hessianVectorProduct(LOGITS, OUTPUTS, batch, unit, product);
      assertThat(curvature[i]).as("entry %d", i).isCloseTo(product[i], within(1e-7f));
    }
  }

  @Test
  void hessianOfTwoProbabilities() {
    Batch batch = batch(new OutputRange(1, 3), 1);
    float[] logits = {50, 0, LOG_3, -50}; // of those that count: probabilities (1/4, 3/4)
    float[] curvature = new float[OUTPUTS];
    new SoftmaxCrossEntropy().curvature(logits, OUTPUTS, batch, curvature);
    assertThat(curvature).containsExactly(new float[] {0, 0.1875f, 0.1875f, 0}, ROUNDING);
    float[] product = new float[OUTPUTS];
    new SoftmaxCrossEntropy()
        .hessianVectorProduct(logits, OUTPUTS, batch, new float[] {7, 1, 2, 7}, product);
    // p . t = 7/4: (1/4 (1 - 7/4), 3/4 (2 - 7/4))
    assertThat(product).containsExactly(new float[] {0, -0.1875f, 0.1875f, 0}, ROUNDING);
  }

  @Test
  void aLossWithoutCurvatureSaysSo() {
    Loss constant = new Constant();
    Batch batch = batch(new OutputRange(0, 4), 0, 0);
    assertThatThrownBy(() -> constant.curvature(LOGITS, OUTPUTS, batch, filled(0)))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessage("Cannot compute curvatures: the loss 'Constant' has none.");
    assertThatThrownBy(
            () -> constant.hessianVectorProduct(LOGITS, OUTPUTS, batch, TANGENT, filled(0)))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessage("Cannot compute a Hessian-vector product: the loss 'Constant' has none.");
  }

  private static final class Constant implements Loss {
    @Override
    public double gradient(float[] logits, int outputs, Batch batch, float[] gradient) {
      return 0;
    }
  }

  private static float[] gradient(Loss loss, Batch batch, float step) {
    float[] logits = LOGITS.clone();
    for (int i = 0; i < logits.length; i++) {
      logits[i] += step * TANGENT[i];
    }
    float[] gradient = filled(9);
    loss.gradient(logits, OUTPUTS, batch, gradient);
    return gradient;
  }

  private static float[] filled(float value) {
    float[] values = new float[2 * OUTPUTS];
    Arrays.fill(values, value);
    return values;
  }

  private static Batch batch(OutputRange range, int... labels) {
    return new Batch(Nd4j.zeros(DataType.FLOAT, labels.length, 1), labels, range);
  }
}
