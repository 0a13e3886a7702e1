package io.clmaven.runtime.experiment.trial;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static io.clmaven.runtime.replay.Reference.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.metric.AccuracyMatrix;
import io.clmaven.runtime.metric.StudyMetricsReplay;
import io.clmaven.runtime.replay.Tolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A whole stream of tasks in a real trial: accuracies, metrics and parameters at the end. */
public final class ContinuumReplay {

  private static final double PARAMETERS = 2e-3;
  private static final double ACCURACY = 1e-6; // percent

  private final Continuum continuum;
  private final JsonNode file;
  private final ContinuumTrial trial;

  private ContinuumReplay(JsonNode file) {
    this.file = file;
    this.continuum = new Continuum(file);
    this.trial = new ContinuumTrial(continuum);
  }

  /** Kind {@code continuum}: one case per engine. */
  public static Stream<DynamicTest> engines(JsonNode file) {
    return Stream.of("onednn", "dl4j")
        .map(
            engine -> DynamicTest.dynamicTest(engine, () -> new ContinuumReplay(file).run(engine)));
  }

  private void run(String engine) throws IOException {
    Path directory = Files.createTempDirectory("continuum");
    try {
      compare(trial.run(directory, engine));
    } finally {
      delete(directory);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> content = Files.walk(directory)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void compare(TrialResult result) {
    AccuracyMatrix accuracy = result.accuracy();
    compareEvaluations(accuracy);
    if (continuum.isMultiTask()) {
      double score = 100 * result.metrics().get("accuracy");
      assertWithin("score", score, field(file, "score").doubleValue(), ACCURACY);
    } else {
      compareMatrix(accuracy);
      StudyMetricsReplay.check(accuracy, file, ACCURACY);
    }
    trial.checkParameters(
        field(file, "final_params"),
        (name, actual, expected) ->
            Tolerance.ofRms(PARAMETERS, expected).check(name, actual, expected));
  }

  /** The last evaluations are those of all tasks after the last one. */
  private void compareEvaluations(AccuracyMatrix accuracy) {
    List<JsonNode> all = list(field(file, "eval_sequence"));
    List<JsonNode> last = all.subList(all.size() - accuracy.tasks(), all.size());
    for (int task = 0; task < last.size(); task++) {
      assertThat(last.get(task).get(0).intValue()).isEqualTo(task + 1);
      double expected = last.get(task).get(1).doubleValue();
      assertWithin("last accuracy of task " + task, 100 * accuracy.last(task), expected, ACCURACY);
    }
  }

  private void compareMatrix(AccuracyMatrix accuracy) {
    double[][] ofTask = matrix(field(file, "acc_db"));
    assertThat(accuracy.tasks()).isEqualTo(ofTask.length);
    for (int task = 0; task < ofTask.length; task++) {
      for (int after = task; after < ofTask.length; after++) {
        String what = "accuracy of task %d after task %d".formatted(task, after);
        assertWithin(what, 100 * accuracy.at(after, task), ofTask[task][after], ACCURACY);
      }
    }
  }
}
