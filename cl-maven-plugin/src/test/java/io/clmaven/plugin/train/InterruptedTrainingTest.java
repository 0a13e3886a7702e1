package io.clmaven.plugin.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.fork.FakeTrainer;
import io.clmaven.plugin.fork.ForkFixture;
import io.clmaven.plugin.fork.JavaRuntime;
import io.clmaven.plugin.progress.LineView;
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
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a training does whose build is ended from outside. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@EnabledOnOs({OS.LINUX, OS.MAC})
class InterruptedTrainingTest {

  @TempDir Path folder;

  /** Plays Maven: trains one trial that hangs, and would train another one after it. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Log log = new SystemStreamLog();
    TrainingOptions options =
        new TrainingOptions(
            folder.resolve("run"),
            folder,
            folder,
            "auto",
            1,
            Boolean.parseBoolean(args[1]),
            false,
            Duration.ZERO);
    TrainingFixture.training()
        .run(
            trials(folder),
            new Training.Context(
                ForkFixture.trainer(folder),
                options,
                new Semaphore(1),
                new LineView(log, Duration.ofSeconds(10), Clock.systemUTC()),
                FailurePolicy.FAIL,
                Announcement.SUMMARY,
                log));
  }

  @Test
  void startsNoFurtherTrialAndBlamesNoWorker() throws Exception {
    assertThat(interrupt(false))
        .content()
        .contains(
            "[warn] Interrupted: the results of 0 of 2 trials are kept. Run the goal again to train"
                + " the rest; what had begun goes on from its last checkpoint.")
        .doesNotContain("Shutdown in progress", "[error]", "failed");
    assertThat(trials(folder).get(1).fork()).doesNotExist();
  }

  @Test
  void promisesNoCheckpointWhereTrainingIsForced() throws Exception {
    assertThat(interrupt(true))
        .content()
        .contains(
            "[warn] Interrupted: the results of 0 of 2 trials are kept. Run the goal again to train"
                + " all of them anew: cl.force is set.");
  }

  /** Returns what a build says that ends while the first trial hangs. */
  private Path interrupt(boolean force) throws Exception {
    Path output = folder.resolve("output.log");
    Path hanging = trials(folder).get(0).folder().resolve(FakeTrainer.HANGING);
    Process build = start(output, force);
    try {
      while (!Files.exists(hanging)) {
        assertThat(build.isAlive()).isTrue();
        TimeUnit.MILLISECONDS.sleep(20);
      }

      build.destroy();
      build.waitFor();
      return output;
    } finally {
      build.destroyForcibly();
    }
  }

  private Process start(Path output, boolean force) throws IOException {
    String java = JavaRuntime.choose(Optional.empty(), Optional.empty()).executable().toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            InterruptedTrainingTest.class.getName(),
            folder.toString(),
            Boolean.toString(force))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private static List<Trial> trials(Path folder) throws IOException {
    PlannedExperiment experiment =
        new PlannedExperiment(
            "gpm",
            "gpm.yaml",
            List.of(),
            "",
            Json.mapper().readTree("{\"hangs\": true}"),
            List.of(1L, 2L),
            Map.of(),
            List.of(),
            new Fingerprint(Map.of()));
    return new TrialFilter(List.of(), List.of()).trials(List.of(experiment), folder.resolve("run"));
  }
}
