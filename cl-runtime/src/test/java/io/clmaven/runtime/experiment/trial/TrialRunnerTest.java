package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.HeatMap;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.experiment.result.TrialResult.TaskCost;
import io.clmaven.runtime.method.Joint;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.method.fsdgpm.FsDgpm;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.method.fsdgpm.Tuning;
import io.clmaven.runtime.metric.AccuracyMatrix;
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.optimizer.Sgd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void evaluatesTheTasksLearntAndTheNextOne() {
    TrialResult result = TinyTrial.DEFAULT.run(directory);
    assertThat(result.accuracy().rows()).extracting(List::size).containsExactly(2, 3, 3);
    assertThat(result.accuracy().untrained()).hasSize(3);
  }

  @Test
  void evaluatesAllTasksWhenAsked() {
    TrialResult result = run(TinyTrial.DEFAULT, training(Training.Evaluation.ALL, false));
    AccuracyMatrix a = result.accuracy();
    assertThat(a.rows()).extracting(List::size).containsExactly(3, 3, 3);
    assertThat(result.metrics().get("fwt.first")).isEqualTo((a.at(1, 2) - a.at(0, 2)) / 3);
  }

  @Test
  void evaluatesTheTasksLearntAloneWhenAsked() {
    TrialResult result = run(TinyTrial.DEFAULT, training(Training.Evaluation.LEARNT, false));
    assertThat(result.accuracy().rows()).extracting(List::size).containsExactly(1, 2, 3);
    assertThat(result.accuracy().untrained()).isEmpty();
    assertThat(result.metrics())
        .containsKeys("accuracy", "bwt")
        .doesNotContainKeys("fwt", "fwt.first");
  }

  @Test
  void whatIsEvaluatedChangesNothingElse() {
    TrialResult next = TinyTrial.DEFAULT.run(directory.resolve("next"));
    TrialResult all = run(TinyTrial.DEFAULT, training(Training.Evaluation.ALL, false));
    assertThat(all.parametersSha256()).isEqualTo(next.parametersSha256());
    assertThat(all.accuracy().at(0, 1)).isEqualTo(next.accuracy().at(0, 1));
    assertThat(next.metrics()).doesNotContainKey("fwt.first");
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
  void writesTheTrainedNetworkWhenAsked() throws IOException {
    runSaving(TinyTrial.DEFAULT);
    ComputationGraph graph = ComputationGraph.load(directory.resolve("model.zip").toFile(), false);
    assertThat(graph.getLayer("lin1").getParam("W").size(1)).isEqualTo(12);
  }

  @Test
  void keepsTheResultsOfANetworkThatDl4jCannotSave() throws IOException {
    assertThatThrownBy(() -> runSaving(TinyTrial.DEFAULT.of(DropsAll::new)))
        .isInstanceOf(IllegalTrialException.class)
        .hasMessage(
            "Cannot write 'model.zip' of trial 'tiny', seed 1: DL4J has no such network (Cannot"
                + " compile layer 'drop' with engine 'dl4j': it has no dropout with probability"
                + " 1.0. Choose engine 'onednn'.). The results are complete; remove"
                + " 'training.saveModel'.");
    assertThat(ResultFile.read(directory).accuracy().rows()).hasSize(3);
    assertThat(directory.toFile().list()).doesNotContain("model.zip");
  }

  private void runSaving(TinyTrial trial) {
    run(trial, training(Training.Evaluation.NEXT, true));
  }

  @Test
  void evaluatesTheLastOfSeveralPassesOverTheStream() {
    TrialResult once = run(TinyTrial.DEFAULT, training(1, Training.Evaluation.NEXT, false));
    TrialResult twice = run(TinyTrial.DEFAULT, training(2, Training.Evaluation.NEXT, false));
    assertThat(twice.accuracy().rows()).hasSize(3);
    assertThat(steps(twice)).isEqualTo(2 * steps(once));
    assertThat(twice.parametersSha256()).isNotEqualTo(once.parametersSha256());
  }

  private static long steps(TrialResult result) {
    return result.tasks().stream().mapToLong(TrialResult.TaskCost::steps).sum();
  }

  private static Training training(Training.Evaluation evaluate, boolean saveModel) {
    return training(1, evaluate, saveModel);
  }

  private static Training training(int passes, Training.Evaluation evaluate, boolean saveModel) {
    Training plain = TinyTrial.DEFAULT.experiment().training();
    return new Training(
        plain.epochs(),
        passes,
        plain.batchSize(),
        plain.lastBatch(),
        plain.optimizer(),
        plain.checkpointEvery(),
        plain.evaluationBatchSize(),
        evaluate,
        saveModel,
        plain.schedule());
  }

  private TrialResult run(TinyTrial trial, Training training) {
    Experiment plain = trial.experiment();
    Experiment experiment =
        new Experiment(
            plain.description(),
            plain.benchmark(),
            plain.model(),
            plain.method(),
            training,
            plain.analysis(),
            plain.seeds(),
            plain.check(),
            plain.evaluated());
    TrialWatch watch = TrialWatch.of(new TrialListener() {}, new StopRequest());
    try (TrialRunner runner = new TrialRunner(experiment, trial.specification(directory), watch)) {
      return runner.run();
    }
  }

  @Test
  void warnsOnceAboutABrokenContractAndGoesOn() throws IOException {
    List<String> warnings = new ArrayList<>();
    TrialListener listener =
        new TrialListener() {
          @Override
          public void warned(String message) {
            warnings.add(message);
          }
        };
    TrialResult result = TinyTrial.DEFAULT.with(PromiseBreaker::new).run(directory, listener);
    assertThat(warnings)
        .containsExactly(
            "Contract 'tiny.zero' does not hold in trial 'tiny', seed 1: at task 2, layer lin1 the"
                + " deviation is 0.0025, the maximum is 1.0e-05.");
    assertThat(ResultFile.read(directory).diagnostics()).isEqualTo(result.diagnostics());
  }

  @ParameterizedTest
  @EnumSource(Learning.class)
  void contractsOfSoftProjectionsHold(Learning learning) {
    TrialResult result =
        TinyTrial.DEFAULT
            .with(FsDgpm::new, new Tuning().withLearning(learning).build())
            .run(directory);
    // two layers: after three tasks, at the first step of three epochs of two tasks
    assertThat(result.diagnostics().contracts())
        .allMatch(Contract::holds)
        .extracting(Contract::checks)
        .containsExactly(6L, 12L);
    assertThat(result.diagnostics().maps())
        .extracting(HeatMap::id)
        .containsExactly("fs-dgpm.rank", "fs-dgpm.released", "fs-dgpm.lambda");
  }

  @Test
  void showsDirectionsThatSoftWeightsReleased() {
    Tuning moving =
        new Tuning().withSteps(0.05, 100).withLambda(0.5, 3).withLearning(Learning.LOGIT);
    TrialResult result = TinyTrial.DEFAULT.with(FsDgpm::new, moving.build()).run(directory);
    HeatMap released = result.diagnostics().maps().get(1);
    assertThat(released.id()).isEqualTo("fs-dgpm.released");
    assertThat(released.values()).anySatisfy(row -> assertThat(row).anyMatch(share -> share > 0));
  }

  /** Breaks its promise at the second task. */
  private static final class PromiseBreaker extends TinyMethod {

    private Contract zero = new Contract("tiny.zero", "|x|", 1e-5);
    private Contract number = new Contract("tiny.number", "x", 1);

    @Override
    public void afterTask(Task task) {
      zero = zero.checked(task.index() == 0 ? 0 : 0.0025, "task 2, layer lin1");
      number = number.checked(0.5, "task 1");
    }

    @Override
    public Diagnostics diagnostics() {
      HeatMap map =
          new HeatMap(
              "tiny.map",
              "Something",
              "Of layers after tasks.",
              "%",
              List.of("lin1"),
              List.of("points-0", "points-1"),
              List.of(List.of(12.5, Double.NaN)));
      return new Diagnostics(List.of(zero, number), List.of(map));
    }
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
  void saysWhereTrainingDiverged() {
    assertThatThrownBy(() -> TinyTrial.DEFAULT.with(Poison::new).run(directory))
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "Cannot continue trial 'tiny', seed 1: the loss became NaN in task 1 of 3 ('points-0'),"
                + " epoch 1, step 3, at learning rate 0.1. Lower"
                + " 'training.optimizer.learningRate', or look for values in the data that are not"
                + " finite.");
    assertThat(directory.resolve(TrialResult.FILE)).doesNotExist();
  }

  @Test
  void saysWhatToDoWhereTagMeetsTensorsWithoutGradients() {
    TinyTrial trial =
        TinyTrial.DEFAULT
            .with(NoGradient::new)
            .withOptimizer("{name: tag-rmsprop, learningRate: 0.1}");
    assertThatThrownBy(() -> trial.run(directory))
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "Cannot continue trial 'tiny', seed 1: the loss became NaN in task 2 of 3 ('points-1'),"
                + " epoch 1, step 2, at learning rate 0.1. Lower"
                + " 'training.optimizer.learningRate', or look for values in the data that are not"
                + " finite. If all gradients of a tensor were zero, set"
                + " 'training.optimizer.zeroMoment' to 'orthogonal'.");
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

  /** A network that only engine onednn has. */
  private static final class DropsAll implements Architecture {
    @Override
    public Declaration declaration() {
      return new Declaration("drops-all", "Drops all.", "made for tests", Declaration.None.class);
    }

    @Override
    public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
      return ModelSpec.input(inputShape)
          .then("flatten", new Layer.Flatten())
          .then("lin0", Models.linear(4, true))
          .then("drop", new Layer.Dropout(1))
          .then("lin1", Models.linear(outputs, true))
          .build();
    }
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

  /** Makes the parameters NaN in the second step. */
  private static final class Poison extends TinyMethod {
    @Override
    public void adjustGradient(StepContext step) {
      if (step.step() == 1) {
        step.gradient()[0] = Float.NaN;
      }
    }
  }

  private static final class NoGradient extends TinyMethod {
    @Override
    public void adjustGradient(StepContext step) {
      Arrays.fill(step.gradient(), 0f);
    }
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
