package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.metric.AccuracyMatrix;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a trial measures which tasks. */
class TrialEvaluationTest {

  @TempDir Path directory;

  @Test
  void evaluatesTheTasksLearntAndTheNextOne() {
    TrialResult result = TinyTrial.DEFAULT.run(directory);
    assertThat(result.accuracy().rows()).extracting(List::size).containsExactly(2, 3, 3);
    assertThat(result.accuracy().untrained()).hasSize(3);
  }

  @Test
  void evaluatesAllTasksWhenAsked() {
    TrialResult result = TinyTrial.DEFAULT.evaluating(Training.Evaluation.ALL).run(directory);
    AccuracyMatrix a = result.accuracy();
    assertThat(a.rows()).extracting(List::size).containsExactly(3, 3, 3);
    assertThat(result.metrics().get("fwt.first")).isEqualTo((a.at(1, 2) - a.at(0, 2)) / 3);
  }

  @Test
  void evaluatesTheTasksLearntAloneWhenAsked() {
    TrialResult result = TinyTrial.DEFAULT.evaluating(Training.Evaluation.LEARNT).run(directory);
    assertThat(result.accuracy().rows()).extracting(List::size).containsExactly(1, 2, 3);
    assertThat(result.accuracy().untrained()).isEmpty();
    assertThat(result.metrics())
        .containsKeys("accuracy", "bwt")
        .doesNotContainKeys("fwt", "fwt.first");
  }

  @Test
  void whatIsEvaluatedChangesNothingElse() {
    TrialResult next = TinyTrial.DEFAULT.run(directory.resolve("next"));
    TrialResult all = TinyTrial.DEFAULT.evaluating(Training.Evaluation.ALL).run(directory);
    TrialResult learnt =
        TinyTrial.DEFAULT.evaluating(Training.Evaluation.LEARNT).run(directory.resolve("learnt"));
    assertThat(all.parametersSha256()).isEqualTo(next.parametersSha256());
    assertThat(learnt.parametersSha256()).isEqualTo(next.parametersSha256());
    assertThat(all.accuracy().at(0, 1)).isEqualTo(next.accuracy().at(0, 1));
    assertThat(learnt.accuracy().at(2, 0)).isEqualTo(next.accuracy().at(2, 0));
    assertThat(next.metrics()).doesNotContainKey("fwt.first");
  }

  @Test
  void evaluatesTheLastOfSeveralPassesOverTheStream() {
    TrialResult once = TinyTrial.DEFAULT.run(directory.resolve("once"));
    TrialResult twice =
        TinyTrial.DEFAULT.with(new TinyTrial.Length(3, 2)).run(directory.resolve("twice"));
    assertThat(twice.accuracy().rows()).hasSize(3);
    assertThat(steps(twice)).isEqualTo(2 * steps(once));
    assertThat(twice.parametersSha256()).isNotEqualTo(once.parametersSha256());
  }

  private static long steps(TrialResult result) {
    return result.tasks().stream().mapToLong(TrialResult.TaskCost::steps).sum();
  }
}
