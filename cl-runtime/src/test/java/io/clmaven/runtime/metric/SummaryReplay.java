package io.clmaven.runtime.metric;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static io.clmaven.runtime.replay.Reference.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The summary of the code of FS-DGPM and what it prints after each task, all as fractions. */
public final class SummaryReplay {

  private static final double TOLERANCE = 1e-6;

  private final JsonNode input;
  private final JsonNode expected;
  private final List<List<Double>> rows;

  private SummaryReplay(JsonNode input, JsonNode expected) {
    this.input = input;
    this.expected = expected;
    this.rows =
        Arrays.stream(matrix(field(input, "accuracy_matrix")))
            .map(row -> DoubleStream.of(row).boxed().toList())
            .toList();
  }

  /** Kind {@code fsdgpm-metrics}: one case per matrix. */
  public static Stream<DynamicTest> matrices(JsonNode file) {
    List<JsonNode> inputs = list(field(file, "inputs"));
    List<JsonNode> expected = list(field(file, "expected"));
    assertThat(inputs).hasSameSizeAs(expected).isNotEmpty();
    return IntStream.range(0, inputs.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    "matrix %d of %d tasks".formatted(i, field(inputs.get(i), "tasks").intValue()),
                    new SummaryReplay(inputs.get(i), expected.get(i))::run));
  }

  private void run() {
    assertThat(rows).hasSize(field(input, "tasks").intValue());
    AccuracyMatrix all = new AccuracyMatrix(rows);
    check("learning-accuracy", all, field(expected, "diagonal_accuracy").doubleValue());
    check("accuracy", all, field(expected, "final_accuracy").doubleValue());
    check("bti", all, field(expected, "backward").doubleValue());
    check("fwt.first", all, field(expected, "forward").doubleValue());
    list(field(expected, "running")).forEach(this::running);
  }

  /**
   * What the code prints as BWT is {@code bti}; where it does not evaluate future tasks, it counts
   * them with 0, and no metric of ours does.
   */
  private void running(JsonNode facts) {
    int learnt = field(facts, "after_task").intValue() + 1;
    AccuracyMatrix soFar = new AccuracyMatrix(rows.subList(0, learnt));
    boolean future = field(input, "evaluates_future_tasks").booleanValue();
    check("accuracy", soFar, field(facts, "avg_acc").doubleValue());
    if (learnt > 1 && (future || learnt == rows.size())) {
      check("bti", soFar, field(facts, "bwt").doubleValue());
    }
  }

  private static void check(String id, AccuracyMatrix a, double expected) {
    double value = Metrics.find(id).orElseThrow().compute(a).orElseThrow();
    assertWithin(id, value, expected, TOLERANCE);
  }
}
