package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Losses over heads of a network with several tasks; labels count over all of them. */
class MaskedLossesTest {

  private static final Offset<Float> ROUNDING = within(1e-7f);
  private static final float LOG_3 = (float) Math.log(3);
  private static final int OUTPUTS = 4; // two heads

  private final float[] gradient = new float[2 * OUTPUTS];

  @Test
  void labelsInTheActiveHeadAreAnOrdinaryCrossEntropy() {
    Loss loss = new MaskedCrossEntropy(new OutputRange(2, 4));
    // probabilities (1/4, 3/4) and (1/2, 1/2)
    double value =
        loss.gradient(logits(5, 9, 0, LOG_3, 5, 9, 1, 1), OUTPUTS, batch(2, 3), gradient);
    assertThat(value).isCloseTo(1.5 * Math.log(2), within(1e-7));
    assertThat(gradient)
        .containsExactly(logits(0, 0, -0.375f, 0.375f, 0, 0, 0.25f, -0.25f), ROUNDING);
  }

  @Test
  void aMaskedLabelPullsItsLogitUp() {
    Loss loss = new MaskedCrossEntropy(new OutputRange(2, 4));
    double value =
        loss.gradient(logits(5, 9, 0, LOG_3, 5, 9, 1, 1), OUTPUTS, batch(1, 3), gradient);
    // ln 2 of the second sample is lost in the 1e11 of the first, whose logit counts as -1e11
    assertThat(value).isCloseTo(0.5e11, within(1e4));
    assertThat(gradient)
        .containsExactly(logits(0, -0.5f, 0.125f, 0.375f, 0, 0, 0.25f, -0.25f), ROUNDING);
  }

  @Test
  void withoutActiveOutputsAllAreAsLikely() {
    Loss loss = new MaskedCrossEntropy(new OutputRange(4, 6));
    double value = loss.gradient(logits(5, 9, 0, 1, 5, 9, 1, 1), OUTPUTS, batch(0, 3), gradient);
    assertThat(value).isCloseTo(Math.log(4), within(1e-7));
    assertThat(gradient)
        .containsExactly(
            logits(-0.375f, 0.125f, 0.125f, 0.125f, 0.125f, 0.125f, 0.125f, -0.375f), ROUNDING);
  }

  @Test
  void aReplayedSampleSeesTheHeadOfItsLabel() {
    Loss loss = new ReplayCrossEntropy(List.of(new OutputRange(0, 2), new OutputRange(2, 4)));
    double value =
        loss.gradient(logits(0, LOG_3, 9, 5, 9, 5, 1, 1), OUTPUTS, batch(0, 3), gradient);
    // probabilities (1/4, 3/4) in the first head, (1/2, 1/2) in the second: (ln 4 + ln 2) / 2
    assertThat(value).isCloseTo(1.5 * Math.log(2), within(1e-7));
    assertThat(gradient)
        .containsExactly(logits(-0.375f, 0.375f, 0, 0, 0, 0, 0.25f, -0.25f), ROUNDING);
  }

  @Test
  void theLastHeadMayBeSmaller() {
    Loss loss = new ReplayCrossEntropy(List.of(new OutputRange(0, 3), new OutputRange(3, 4)));
    double value = loss.gradient(logits(0, 0, 0, 7, 0, 0, 0, 7), OUTPUTS, batch(3, 0), gradient);
    // the last output alone is certain: (0 + ln 3) / 2
    assertThat(value).isCloseTo(Math.log(3) / 2, within(1e-7));
    assertThat(gradient).containsExactly(logits(0, 0, 0, 0, -1 / 3f, 1 / 6f, 1 / 6f, 0), ROUNDING);
  }

  @Test
  void tasksMayShareAHead() {
    Loss loss = new ReplayCrossEntropy(List.of(new OutputRange(0, 4), new OutputRange(0, 4)));
    Loss plain = new SoftmaxCrossEntropy();
    float[] logits = logits(0, LOG_3, 9, 5, 9, 5, 1, 1);
    float[] expected = new float[gradient.length];
    assertThat(loss.gradient(logits, OUTPUTS, batch(0, 3), gradient))
        .isEqualTo(plain.gradient(logits, OUTPUTS, batch(0, 3), expected));
    assertThat(gradient).containsExactly(expected);
  }

  @Test
  void squaredErrorAveragesOverAllEntries() {
    Loss loss = new SquaredError(new float[] {1, 2, 3, 4}); // [2, 2]
    Batch batch = batch(new OutputRange(1, 3), 0, 0);
    double value = loss.gradient(logits(9, 2, 2, 9, 9, 3, 1, 9), OUTPUTS, batch, gradient);
    // errors (1, 0) and (0, -3): 10 / 4, gradient 2 e / 4
    assertThat(value).isEqualTo(2.5);
    assertThat(gradient).containsExactly(0, 0.5f, 0, 0, 0, 0, -1.5f, 0);
  }

  private static float[] logits(float... values) {
    return values;
  }

  private static Batch batch(int... labels) {
    return batch(new OutputRange(0, OUTPUTS), labels);
  }

  private static Batch batch(OutputRange range, int... labels) {
    return new Batch(Nd4j.zeros(DataType.FLOAT, labels.length, 1), labels, range);
  }
}
