package io.clmaven.runtime.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import io.clmaven.runtime.experiment.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grids of {@code replicate_appendix_gs.sh} in the code of TAG. */
class TagGridsTest {

  private static final List<String> LINES =
      List.of(
          "naive-sgd",
          "ewc",
          "a-gem-mem1",
          "er-mem1",
          "stable-sgd",
          "naive-rmsprop",
          "tag-rmsprop",
          "naive-adagrad",
          "naive-adam",
          "tag-adagrad",
          "tag-adam");

  @TempDir Path base;

  @Test
  void everyLineOfTheScriptIsASweepOnEveryBenchmark() {
    assertThat(Presets.ofSweeps(getClass().getClassLoader()).names())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("cifar100", "miniimagenet", "cub", "5datasets")
                .flatMap(benchmark -> LINES.stream().map(line -> "grid-" + line + "-" + benchmark))
                .toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          naive-sgd-cifar100       | training.optimizer.learningRate | 0.1, 0.05, 0.01, 0.001 | 4
          a-gem-mem1-miniimagenet  | training.optimizer.learningRate | 0.1, 0.05, 0.01, 0.001 | 4
          er-mem1-cub              | training.optimizer.learningRate | 0.1, 0.05, 0.01, 0.001 | 4
          naive-rmsprop-5datasets  | training.optimizer.learningRate | 0.1, 0.05, 0.01, 0.001 | 4
          naive-adagrad-cifar100   | training.optimizer.learningRate | 0.1, 0.05, 0.01, 0.001 | 4
          naive-adam-cifar100      | training.optimizer.learningRate | 0.1, 0.05, 0.01, 0.001 | 4
          tag-rmsprop-cifar100     | training.optimizer.b            | 5, 1, 7, 3             | 24
          tag-adagrad-cub          | training.optimizer.learningRate | 0.005, 0.001, 5.0E-4, 1.0E-4, 5.0E-5, 1.0E-5 | 24
          tag-adam-5datasets       | training.optimizer.b            | 5, 1, 7, 3             | 24
          ewc-cifar100             | method.strength                 | 1, 10, 100             | 12
          ewc-cub                  | training.optimizer.learningRate | 0.1, 0.05, 0.01, 0.001 | 12
          stable-sgd-cifar100      | model.dropout                   | 0, 0.1, 0.25, 0.5      | 36
          stable-sgd-5datasets     | method.decay                    | 0.9, 0.8, 0.7          | 36
          stable-sgd-miniimagenet  | training.optimizer.learningRate | 0.1, 0.05, 0.01        | 36
          stable-sgd-cub           | training.optimizer.learningRate | 0.1, 0.05, 0.01        | 9
          """)
  void aGridHasTheOfficialValues(String line, String path, String values, int points)
      throws IOException {
    PlannedSweep sweep = planned(line);
    assertThat(sweep.points()).hasSize(points);
    assertThat(sweep.points())
        .extracting(point -> point.values().get(path).asDouble())
        .containsOnly(Stream.of(values.split(", ")).map(Double::valueOf).toArray(Double[]::new));
  }

  @Test
  void aGridHoldsOutATenthAndIsAllThatDiffersFromItsPreset() throws IOException {
    PlannedSweep sweep = planned("tag-rmsprop-cifar100");
    JsonNode point = sweep.points().get(0).experiment().configuration();
    assertThat(point.at("/benchmark/validation").asDouble()).isEqualTo(0.1);
    assertThat(point.at("/benchmark/tasks").asInt()).isEqualTo(20);
    assertThat(point.at("/training/optimizer/name").asText()).isEqualTo("tag-rmsprop");
    assertThat(sweep.seeds()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(sweep.metric()).isEqualTo("accuracy");
  }

  /** Planning asks for the folder of a data set that the user brings. */
  private PlannedSweep planned(String line) throws IOException {
    Files.createDirectories(base.resolve("data/mini-imagenet"));
    SweepPlan plan =
        SweepProject.in(base).sweep("a.yaml", "extends: preset/grid-" + line + "\n").plan();
    assertThat(plan.problems()).isEmpty();
    return plan.sweeps().get(0);
  }
}
