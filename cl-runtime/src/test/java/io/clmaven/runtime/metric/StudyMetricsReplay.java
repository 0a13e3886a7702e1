package io.clmaven.runtime.metric;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static io.clmaven.runtime.replay.Reference.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What the code of TAG tells of a matrix: accuracies in percent, forgetting as a fraction. */
public final class StudyMetricsReplay {

  private static final double TOLERANCE = 1e-9;

  private StudyMetricsReplay() {}

  /** Kind {@code metrics}: one case per matrix. */
  public static Stream<DynamicTest> matrices(JsonNode file) {
    List<JsonNode> cases = list(field(file, "cases"));
    return IntStream.range(0, cases.size())
        .mapToObj(
            i -> DynamicTest.dynamicTest("matrix %d".formatted(i), () -> check(cases.get(i))));
  }

  private static void check(JsonNode expected) {
    AccuracyMatrix accuracy = afterTask(matrix(field(expected, "acc")));
    assertThat(accuracy.tasks()).isEqualTo(field(expected, "tasks").intValue());
    check(accuracy, expected, TOLERANCE);
  }

  /**
   * Compares the three metrics of a matrix.
   *
   * @param tolerance in the unit of the code
   */
  public static void check(AccuracyMatrix accuracy, JsonNode expected, double tolerance) {
    check("accuracy", 100, accuracy, field(expected, "score"), tolerance);
    check("forgetting", 1, accuracy, field(expected, "forget"), tolerance);
    check("learning-accuracy", 100, accuracy, field(expected, "learning_accuracy"), tolerance);
  }

  private static void check(String id, double unit, AccuracyMatrix a, JsonNode expected, double t) {
    OptionalDouble value = Metrics.find(id).orElseThrow().compute(a);
    if (value.isPresent()) {
      assertWithin(id, unit * value.getAsDouble(), expected.doubleValue(), t);
    } else {
      assertThat(expected.asText()).as(id).isEqualTo("NaN"); // of a single task
    }
  }

  /** Makes a matrix of what the code keeps: accuracy of task i, in percent, after task j. */
  private static AccuracyMatrix afterTask(double[][] ofTask) {
    return new AccuracyMatrix(
        IntStream.range(0, ofTask.length)
            .mapToObj(j -> Arrays.stream(ofTask).limit(j + 1L).map(task -> task[j] / 100).toList())
            .toList());
  }
}
