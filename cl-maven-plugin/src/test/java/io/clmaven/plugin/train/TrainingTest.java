package io.clmaven.plugin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.MemorySize;
import io.clmaven.plugin.config.ProcessLock;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.fork.ForkFixture;
import io.clmaven.plugin.fork.Workers;
import io.clmaven.plugin.progress.LineView;
import io.clmaven.plugin.progress.RecordingLog;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

  @TempDir Path folder;

  private final RecordingLog log = new RecordingLog();
  private final Training training = new Training(new TrialRunner(new Workers()));

  @Test
  void trainsEverythingOnceAndThenNothing() throws IOException {
    List<Trial> trials = trials(experiment("gpm", "{}", "1", List.of(1L, 2L)));

    train(trials);
    train(trials);

    assertThat(log.lines())
        .filteredOn(line -> !line.contains("finished in"))
        .containsExactly(
            "INFO Training gpm seed 1: there are no results.",
            "INFO Training gpm seed 2: there are no results.",
            "INFO Workers: 1 at a time, threads 1, heap at most 64m, off-heap at most 32m,"
                + " backend none.",
            "INFO gpm is up to date: nothing to train.");
    assertThat(SummaryTable.lines(trials))
        .containsExactly(
            "experiment  seeds  accuracy          forgetting.max  bwt  time (all seeds)",
            "gpm         2      0.9150 +- 0.0071  -               -    2m02s",
            "+- is the standard deviation over the seeds");
  }

  @Test
  void trainsOnlyTheExperimentThatChangedAndSaysWhy() throws IOException {
    PlannedExperiment same = experiment("same", "{}", "1", List.of(1L));
    train(trials(same, experiment("other", "{}", "0.95", List.of(1L))));
    int before = log.lines().size();

    train(trials(same, experiment("other", "{}", "0.97", List.of(1L))));

    assertThat(log.lines().subList(before, log.lines().size()))
        .filteredOn(line -> !line.contains("finished in"))
        .containsExactly(
            "INFO same is up to date: nothing to train.",
            "INFO Training other seed 1: method.threshold: 0.95 -> 0.97.",
            "INFO Workers: 1 at a time, threads 1, heap at most 64m, off-heap at most 32m,"
                + " backend none.");
  }

  @Test
  void trainsAgainFromTheBeginningWhenForced() throws IOException {
    List<Trial> trials = trials(experiment("gpm", "{}", "1", List.of(1L)));
    train(trials);
    Path checkpoint = trials.get(0).checkpoints().resolve("deep/step-5");
    Files.createDirectories(checkpoint.getParent());
    Files.createFile(checkpoint);

    training.run(trials, context(new TrainingOptionsBuilder().force()));

    assertThat(log.lines()).contains("INFO Training gpm seed 1: cl.force is set.");
    assertThat(checkpoint).doesNotExist();
    assertThat(trials.get(0).results()).exists();
    assertThat(output(trials.get(0)))
        .content()
        .isEqualTo("found before training: [results.json]\n");
  }

  @Test
  void leavesACheckpointToTheWorkerWhenNotForced() throws IOException {
    List<Trial> trials = trials(experiment("gpm", "{}", "1", List.of(1L)));
    checkpoint(trials.get(0));

    train(trials);

    assertThat(log.lines())
        .contains("INFO Training gpm seed 1: unfinished, goes on from its checkpoint.");
    assertThat(output(trials.get(0))).content().isEqualTo("found before training: [checkpoint]\n");
  }

  @Test
  void saysThatACheckpointOfOtherSettingsIsOfNoUse() throws IOException {
    List<Trial> begun = trials(experiment("gpm", "{}", "0.95", List.of(1L)));
    train(begun);
    Files.delete(begun.get(0).results());
    checkpoint(begun.get(0));

    train(trials(experiment("gpm", "{}", "0.97", List.of(1L))));

    assertThat(log.lines())
        .contains(
            "INFO Training gpm seed 1: unfinished, begins anew; method.threshold: 0.95 -> 0.97.");
  }

  @Test
  void saysThatAnUnfinishedTrialHasNoCheckpoint() throws IOException {
    List<Trial> trials = trials(experiment("gpm", "{}", "1", List.of(1L)));
    Files.createDirectories(trials.get(0).checkpoints());

    train(trials);

    assertThat(log.lines())
        .contains("INFO Training gpm seed 1: unfinished and without a checkpoint, begins anew.");
  }

  @Test
  void saysTheSameTimeOfATrialAsTheTable() throws IOException {
    List<Trial> trials = trials(experiment("gpm", "{}", "1", List.of(1L)));

    train(trials);

    assertThat(log.lines()).contains("INFO [gpm seed 1] finished in 1m01s (1 of 1 trials)");
    assertThat(SummaryTable.lines(trials)).last().asString().endsWith("1m01s");
  }

  private static void checkpoint(Trial trial) throws IOException {
    Files.createDirectories(trial.checkpoints());
    Files.createFile(trial.checkpoints().resolve("step-000000000005.checkpoint"));
  }

  @Test
  void doesNotLetAFailedTrialStopTheOthers() throws IOException {
    List<Trial> trials =
        trials(
            experiment("bad", "{\"failsWith\": \"DIVERGED\"}", "1", List.of(1L, 2L)),
            experiment("good", "{}", "1", List.of(3L)));

    assertThatThrownBy(() -> train(trials))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            """
            Cannot finish training: 2 of 3 trials failed.
            [bad seed 1] Cannot train seed 1: it must fail.
            [bad seed 2] Cannot train seed 2: it must fail.""");
    assertThat(trials.get(2).results()).exists();
  }

  @Test
  void showsTheSameMessageOfSeveralTrialsOnce() throws IOException {
    String failure = "{\"failsWith\": \"DIVERGED\"}";
    List<Trial> trials =
        trials(
            experiment("a", failure, "1", List.of(1L)), experiment("b", failure, "1", List.of(1L)));

    assertThatThrownBy(() -> train(trials))
        .hasMessage(
            """
            Cannot finish training: 2 of 2 trials failed.
            [a seed 1, b seed 1] Cannot train seed 1: it must fail.""");
  }

  @Test
  void keepsOldResultsWhenTrainingAgainFails() throws IOException {
    train(trials(experiment("gpm", "{}", "1", List.of(1L))));
    List<Trial> bad = trials(experiment("gpm", "{\"failsWith\": \"DATA\"}", "2", List.of(1L)));
    byte[] old = Files.readAllBytes(bad.get(0).results());

    assertThatThrownBy(() -> training.run(bad, context(new TrainingOptionsBuilder().force())))
        .isInstanceOf(ProjectException.class);

    assertThat(bad.get(0).results()).hasBinaryContent(old);
  }

  @Test
  void keepsTheMessageOfTheOnlyFailure() throws IOException {
    List<Trial> trials =
        trials(experiment("bad", "{\"failsWith\": \"STORAGE\"}", "1", List.of(1L)));

    assertThatThrownBy(() -> train(trials))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("Cannot train seed 1: it must fail.");
  }

  @Test
  void startsNoFurtherTrialWhenItFailsFast() throws IOException {
    List<Trial> trials =
        trials(
            experiment("bad", "{\"failsWith\": \"DATA\"}", "1", List.of(1L)),
            experiment("good", "{}", "1", List.of(3L)));

    assertThatThrownBy(() -> training.run(trials, context(new TrainingOptionsBuilder().failFast())))
        .hasMessage(
            """
            Cannot finish training: 1 of 2 trials failed.
            [bad seed 1] Cannot train seed 1: it must fail.
            Not started because cl.failFast is set: good seed 3.""");
    assertThat(trials.get(1).results()).doesNotExist();
  }

  @Test
  void refusesToBeginWithoutTheData() throws IOException {
    DataFile file = new DataFile("d/x.gz", List.of(), DataFile.Packing.GZIP, "abcdef", 1);
    PlannedExperiment experiment =
        new PlannedExperiment(
            "gpm",
            "gpm.yaml",
            List.of(),
            "",
            Json.mapper().readTree("{}"),
            List.of(1L),
            Map.of(),
            List.of(file),
            new Fingerprint(Map.of()));

    assertThatThrownBy(() -> train(trials(experiment)))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot train: a data file is not in the data cache '%s': 'd/x.gz'. Needed by gpm.yaml. Run 'mvn cl:download-data' first."
                .formatted(folder.resolve("data")));
  }

  @Test
  void givesUpWhenAnotherBuildTrainsInTheSameFolderForTooLong() throws IOException {
    Path run = folder.resolve("run");
    ProcessLock other =
        ProcessLock.take(run.resolve(".lock"), Duration.ZERO, () -> {}).orElseThrow();

    assertThatThrownBy(() -> train(trials(experiment("gpm", "{}", "1", List.of(1L)))))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot use '%s': another build has used it for more than 0s. Wait for it, raise cl.lockTimeout or set another cl.runId."
                .formatted(run));
    assertThat(log.lines())
        .containsExactly("INFO Waiting for another build that uses '%s'.".formatted(run));
    other.close();
  }

  @Test
  void runsAsManyAtATimeAsTheBuildAllows() throws IOException {
    List<Trial> trials = trials(experiment("gpm", "{}", "1", List.of(1L, 2L, 3L)));

    training.run(trials, context(new TrainingOptionsBuilder().parallel(3)));

    assertThat(trials).allSatisfy(trial -> assertThat(trial.results()).exists());
  }

  @Test
  void warnsOfMoreMemoryThanThereIs() {
    Resources resources = new Resources(ForkFixture.trainer(folder), 3);

    assertThat(resources.warning(MemorySize.parse("288m", "x"))).isEmpty();
    assertThat(resources.warning(MemorySize.parse("287m", "x")))
        .contains(
            "The workers may use 288 MB of memory together, this machine has 287 MB. Lower"
                + " cl.parallel, cl.fork.maxHeap or cl.fork.maxOffHeap.");
  }

  private void train(List<Trial> trials) {
    training.run(trials, context(new TrainingOptionsBuilder()));
  }

  private Training.Context context(TrainingOptionsBuilder options) {
    return new Training.Context(
        ForkFixture.trainer(folder),
        options.build(folder),
        new Semaphore(2),
        new LineView(log, Duration.ofSeconds(10), Clock.systemUTC()),
        FailurePolicy.FAIL,
        Announcement.EACH_TRIAL,
        log);
  }

  private static Path output(Trial trial) {
    return trial.fork().resolve("output.log");
  }

  private List<Trial> trials(PlannedExperiment... experiments) {
    return new TrialFilter(List.of(), List.of())
        .trials(List.of(experiments), folder.resolve("run"));
  }

  private static PlannedExperiment experiment(
      String name, String configuration, String threshold, List<Long> seeds) throws IOException {
    JsonNode node = Json.mapper().readTree(configuration);
    Fingerprint fingerprint = new Fingerprint(Map.of("method.threshold", threshold));
    return new PlannedExperiment(
        name, name + ".yaml", List.of(), "", node, seeds, Map.of(), List.of(), fingerprint);
  }

  /** Options of a training with defaults. */
  private static final class TrainingOptionsBuilder {

    private int parallel = 1;
    private boolean force;
    private boolean failFast;

    TrainingOptionsBuilder parallel(int trials) {
      parallel = trials;
      return this;
    }

    TrainingOptionsBuilder force() {
      force = true;
      return this;
    }

    TrainingOptionsBuilder failFast() {
      failFast = true;
      return this;
    }

    TrainingOptions build(Path folder) {
      return new TrainingOptions(
          folder.resolve("run"),
          folder.resolve("data"),
          folder,
          "auto",
          parallel,
          force,
          failFast,
          Duration.ZERO);
    }
  }
}
