package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class SoftmaxCrossEntropyTest {

  private static final Offset<Float> ROUNDING = within(1e-7f);
  private static final float LOG_3 = (float) Math.log(3);

  @Test
  void averagesOverTheBatch() {
    float[] gradient = new float[4];
    double loss =
        new SoftmaxCrossEntropy()
            .gradient(new float[] {0, LOG_3, 0, 0}, 2, batch(0, 2, 0, 1), gradient);
    // probabilities (1/4, 3/4) and (1/2, 1/2): loss (ln 4 + ln 2) / 2, gradient (p - y) / 2
    assertThat(loss).isCloseTo(1.5 * Math.log(2), within(1e-7));
    assertThat(gradient).containsExactly(new float[] {-0.375f, 0.375f, 0.25f, -0.25f}, ROUNDING);
  }

  @Test
  void outputsOfOtherHeadsGetNoGradient() {
    float[] gradient = {9, 9, 9, 9};
    double loss =
        new SoftmaxCrossEntropy()
            .gradient(new float[] {50, 0, LOG_3, -50}, 4, batch(1, 3, 1), gradient);
    // only outputs 1 and 2 count: probabilities (1/4, 3/4), label 1 is output 2
    assertThat(loss).isCloseTo(Math.log(4.0 / 3), within(1e-7));
    assertThat(gradient).containsExactly(new float[] {0, 0.25f, -0.25f, 0}, ROUNDING);
  }

  @Test
  void largeLogitsDoNotOverflow() {
    float[] gradient = new float[2];
    double loss =
        new SoftmaxCrossEntropy().gradient(new float[] {1000, 0}, 2, batch(0, 2, 1), gradient);
    assertThat(loss).isEqualTo(1000);
    assertThat(gradient).containsExactly(1, -1);
  }

  private static Batch batch(int from, int to, int... labels) {
    return new Batch(
        Nd4j.zeros(DataType.FLOAT, labels.length, 1), labels, new OutputRange(from, to));
  }
}
