package io.clmaven.runtime.engine;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Losses of given logits with the heads of other tasks masked. */
public final class MaskedLossReplay {

  private static final double TOLERANCE = 1e-6;
  private static final float REPLAY_MASK = -1e10f;

  private final JsonNode example;
  private final int classes;
  private final float[] logits;
  private final int outputs;

  private MaskedLossReplay(JsonNode file, JsonNode example) {
    this.example = example;
    this.classes = field(field(file, "config"), "classes_per_task").intValue();
    this.logits = flat(field(field(file, "logits"), "data"));
    this.outputs = field(field(file, "logits"), "shape").get(1).intValue();
  }

  /** Kind {@code masked_loss}: one case per mask. */
  public static Stream<DynamicTest> masks(JsonNode file) {
    return list(field(file, "cases")).stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    field(example, "name").textValue(),
                    () -> new MaskedLossReplay(file, example).run()));
  }

  private void run() {
    int[] labels = ints(field(field(example, "y"), "data"));
    Batch batch =
        new Batch(
            Nd4j.zeros(DataType.FLOAT, labels.length, 1), labels, new OutputRange(0, outputs));
    float[] gradient = new float[logits.length];
    double value = loss().gradient(logits, outputs, batch, gradient);
    check("loss", value, field(example, "loss").doubleValue());
    float[] expected = flat(field(field(example, "grad_logits"), "data"));
    for (int i = 0; i < expected.length; i++) {
      check("gradient of logit " + i, gradient[i], expected[i]);
    }
  }

  private static void check(String what, double actual, double expected) {
    assertWithin(what, actual, expected, TOLERANCE * Math.max(1, Math.abs(expected)));
  }

  private Loss loss() {
    JsonNode task = field(example, "task_id_one_based");
    if (!task.isNull()) {
      int from = (task.intValue() - 1) * classes;
      return new MaskedCrossEntropy(new OutputRange(from, from + classes));
    }
    for (float logit : flat(field(field(example, "masked_logits"), "data"))) {
      if (logit == REPLAY_MASK) {
        return new ReplayCrossEntropy(heads());
      }
    }
    return new SoftmaxCrossEntropy();
  }

  private List<OutputRange> heads() {
    int outputs = field(field(example, "masked_logits"), "shape").get(1).intValue();
    return IntStream.range(0, (outputs + classes - 1) / classes)
        .mapToObj(i -> new OutputRange(i * classes, (i + 1) * classes))
        .toList();
  }
}
