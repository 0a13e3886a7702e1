package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.experiment.result.TrialResult.TaskCost;
import io.clmaven.runtime.method.Joint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialRunnerTest {

  @TempDir Path directory;

  @Test
  void learnsEveryTask() {
    // with seed 2 the classes lie well apart in every task
    TrialResult result = TinyTrial.DEFAULT.withSeed(2).run(directory);
    for (int i = 0; i < 3; i++) {
      assertThat(result.accuracy().at(i, i)).isGreaterThan(0.9);
    }
    assertThat(result.taskNames()).containsExactly("points-0", "points-1", "points-2");
    assertThat(result.metrics()).containsKeys("accuracy", "bwt", "fwt");
  }

  @Test
  void countsStepsAndSamplesOfEveryTask() {
    // 47 examples in batches of 10 are 5 steps an epoch, 3 epochs
    TrialResult result = TinyTrial.DEFAULT.run(directory);
    assertThat(result.tasks()).extracting(TaskCost::steps).containsExactly(15L, 15L, 15L);
    assertThat(result.tasks()).extracting(TaskCost::samples).containsExactly(141L, 141L, 141L);
    assertThat(result.resumes()).isZero();
  }

  @Test
  void leavesTheResultsAndNoCheckpoint() throws IOException {
    TrialResult result = TinyTrial.DEFAULT.run(directory);
    assertThat(ResultFile.read(directory)).usingRecursiveComparison().isEqualTo(result);
    assertThat(directory.resolve(TrialRunner.CHECKPOINTS)).doesNotExist();
  }

  @Test
  void equalSeedsGiveEqualParameters() {
    TrialResult first = TinyTrial.DEFAULT.run(directory.resolve("a"));
    TrialResult second = TinyTrial.DEFAULT.run(directory.resolve("b"));
    assertThat(second.parametersSha256()).isEqualTo(first.parametersSha256());
    assertThat(second.accuracy().rows()).isEqualTo(first.accuracy().rows());
    assertThat(second.fingerprint())
        .isEqualTo(TinyTrial.DEFAULT.specification(directory).fingerprint());
  }

  @Test
  void otherSeedsGiveOtherParameters() {
    TrialResult first = TinyTrial.DEFAULT.run(directory.resolve("a"));
    TrialResult second = TinyTrial.DEFAULT.withSeed(2).run(directory.resolve("b"));
    assertThat(second.parametersSha256()).isNotEqualTo(first.parametersSha256());
  }

  @Test
  void checkpointsChangeNoNumber() {
    TrialResult often = TinyTrial.DEFAULT.withCheckpointEvery(1).run(directory.resolve("a"));
    TrialResult seldom = TinyTrial.DEFAULT.withCheckpointEvery(1000).run(directory.resolve("b"));
    assertThat(often.parametersSha256()).isEqualTo(seldom.parametersSha256());
  }

  @Test
  void tellsTheListenerWhatHappens() {
    List<String> heard = new ArrayList<>();
    TinyTrial.DEFAULT.withCheckpointEvery(10).run(directory, new Recorder(heard));
    assertThat(heard)
        .containsExactly(
            "start 0",
            "task 0",
            "checkpoint 10",
            "done 0",
            "checkpoint 15",
            "task 1",
            "checkpoint 20",
            "checkpoint 30",
            "done 1",
            "checkpoint 30",
            "task 2",
            "checkpoint 40",
            "done 2",
            "checkpoint 45");
  }

  @Test
  void jointTrainsAllHeadsSoFar() {
    // 47 examples a task and head: 5 batches each, 3 epochs
    TrialResult result =
        TinyTrial.DEFAULT
            .with(new TinyBenchmark.Parameters(3, 47, 10, TinyBenchmark.Heads.PER_TASK))
            .with(Joint::new)
            .run(directory);
    assertThat(result.tasks()).extracting(TaskCost::steps).containsExactly(15L, 30L, 45L);
    assertThat(result.accuracy().last(0)).isGreaterThan(0.7);
    assertThat(result.accuracy().last(2)).isGreaterThan(0.7);
  }

  @Test
  void keepsTheResultsOfAnEarlierRunUntilItHasNewOnes() throws IOException {
    TinyTrial.DEFAULT.run(directory);
    Path results = directory.resolve(TrialResult.FILE);
    byte[] old = Files.readAllBytes(results);
    StopRequest stop = new StopRequest();
    stop.raise();
    TrialWatch watch = TrialWatch.of(new TrialListener() {}, stop);
    assertThatThrownBy(() -> TinyTrial.DEFAULT.run(directory, watch))
        .isInstanceOf(TrialStoppedException.class)
        .hasMessage("Stopped trial 'tiny', seed 1 after step 1. Run it again to go on from there.");
    assertThat(results).hasBinaryContent(old);
    assertThat(Files.list(directory.resolve(TrialRunner.CHECKPOINTS))).hasSize(1);
    TinyTrial.DEFAULT.run(directory);
    assertThat(ResultFile.read(directory).resumes()).isEqualTo(1);
  }

  private record Recorder(List<String> heard) implements TrialListener {
    @Override
    public void started(Start start) {
      heard.add("start " + start.resumedAtStep());
    }

    @Override
    public void taskStarted(int task, String name, int epochs) {
      heard.add("task " + task);
    }

    @Override
    public void checkpointed(long step) {
      heard.add("checkpoint " + step);
    }

    @Override
    public void taskDone(int task, List<Double> accuracies) {
      heard.add("done " + task);
    }
  }
}
