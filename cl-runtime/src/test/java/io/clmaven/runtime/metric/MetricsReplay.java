package io.clmaven.runtime.metric;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static io.clmaven.runtime.replay.Reference.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** ACC and BWT in percent from accuracy matrices in percent. */
public final class MetricsReplay {

  private static final double TOLERANCE = 1e-6;

  private MetricsReplay() {}

  /** Kind {@code gpm-metrics}: one case per matrix. */
  public static Stream<DynamicTest> matrices(JsonNode file) {
    List<JsonNode> inputs = list(field(file, "inputs"));
    List<JsonNode> expected = list(field(file, "expected"));
    assertThat(inputs).hasSameSizeAs(expected).isNotEmpty();
    return IntStream.range(0, inputs.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    "matrix %d of %d tasks".formatted(i, field(inputs.get(i), "tasks").intValue()),
                    () -> {
                      JsonNode matrix = field(inputs.get(i), "accuracy_matrix_percent");
                      assertThat(matrix).hasSize(field(inputs.get(i), "tasks").intValue());
                      assertMetric("accuracy", matrix, field(expected.get(i), "acc"));
                      assertMetric("bwt", matrix, field(expected.get(i), "bwt"));
                    }));
  }

  /** Compares a metric of a matrix, both in percent. */
  public static void assertMetric(String id, JsonNode percent, JsonNode expected) {
    AccuracyMatrix accuracy =
        new AccuracyMatrix(
            Arrays.stream(matrix(percent))
                .map(row -> Arrays.stream(row).map(a -> a / 100).boxed().toList())
                .toList());
    double value = Metrics.find(id).orElseThrow().compute(accuracy).orElseThrow();
    assertWithin(id + " in percent", 100 * value, expected.doubleValue(), TOLERANCE);
  }
}
