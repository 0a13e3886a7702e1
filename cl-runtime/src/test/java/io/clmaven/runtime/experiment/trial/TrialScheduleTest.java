package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.experiment.result.TrialResult.TaskCost;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.optimizer.Sgd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning rates that follow the loss on validation examples. */
class TrialScheduleTest {

  @TempDir Path directory;

  @Test
  void aScheduleNeedsValidationExamples() {
    TinyTrial trial =
        TinyTrial.DEFAULT
            .with(new TinyBenchmark.Parameters(3, 47, 0, TinyBenchmark.Heads.ONE))
            .with(new Training.Schedule(1, 2, 0.04, false));
    assertThatThrownBy(() -> trial.run(directory))
        .isInstanceOf(IllegalTrialException.class)
        .hasMessage(
            "Cannot run trial 'tiny', seed 1: 'training.schedule' needs validation examples, but"
                + " task 1 ('points-0') has none. Give the benchmark a validation share, or remove"
                + " 'training.schedule'.");
  }

  @Test
  void aScheduleMayEndATaskEarly() {
    // a rate of 0.1 falls below 0.06 at the first epoch without improvement
    TrialResult result =
        TinyTrial.DEFAULT
            .with(Stubborn::new)
            .with(new Training.Schedule(1, 2, 0.06, false))
            .run(directory);
    assertThat(result.tasks()).extracting(TaskCost::steps).containsExactly(10L, 10L, 10L);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void momentumLivesThroughADecayUnlessTheScheduleRestarts(boolean restart) {
    // of three epochs of five steps the first improves: the rate decays after the second
    List<String> updates = new ArrayList<>();
    TinyTrial.DEFAULT
        .with(Uphill::new)
        .withSgd(() -> new WatchedSgd(new Sgd(), updates))
        .with(new Training.Schedule(1, 2, 0.01, restart))
        .run(directory);
    List<String> task = new ArrayList<>();
    task.add("0.1");
    task.addAll(Collections.nCopies(9, "0.1 with momentum"));
    task.add(restart ? "0.05" : "0.05 with momentum");
    task.addAll(Collections.nCopies(4, "0.05 with momentum"));
    assertThat(updates)
        .hasSize(3 * task.size())
        .startsWith(task.toArray(String[]::new))
        .endsWith(task.toArray(String[]::new));
  }

  /** Learns nothing: no epoch after the first one improves. */
  private static final class Stubborn extends TinyMethod {
    @Override
    public void adjustGradient(StepContext step) {
      Arrays.fill(step.gradient(), 0);
    }

    @Override
    public void afterStep(StepContext step) {}
  }
}
