package io.clmaven.plugin.train;

import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One seed of one experiment.
 *
 * @param experiment the experiment
 * @param seed the seed
 * @param folder where its results, checkpoints and logs are
 */
public record Trial(PlannedExperiment experiment, long seed, Path folder) {

  /** Returns a trial whose results lie below a folder. */
  public static Trial in(Path runDirectory, PlannedExperiment experiment, long seed) {
    Path folder = runDirectory.resolve(experiment.name()).resolve("seed-" + seed);
    return new Trial(experiment, seed, folder);
  }

  /** Returns the name in log lines: {@code gpm-pmnist seed 2}. */
  public String label() {
    return "%s seed %d".formatted(experiment.name(), seed);
  }

  /** Returns the wall time of the trial, with that before it was killed, as its results have it. */
  Duration time() {
    return time(JsonFiles.read(results(), TrialResult.class));
  }

  /** Returns the wall time of a trial. */
  static Duration time(TrialResult result) {
    return Duration.ofMillis(Math.round(result.cost().seconds() * 1000));
  }

  /** Returns the file of its results. */
  public Path results() {
    return folder.resolve(TrialResult.FILE);
  }

  Path checkpoints() {
    return folder.resolve("checkpoint");
  }

  /** Returns the file that tells the worker what to do. */
  Path specification() {
    return fork().resolve("trial.json");
  }

  Path fork() {
    return folder.resolve("fork");
  }
}
