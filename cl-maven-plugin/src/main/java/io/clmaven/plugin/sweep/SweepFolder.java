package io.clmaven.plugin.sweep;

import io.clmaven.plugin.train.Trial;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import io.clmaven.runtime.experiment.result.SweepResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the results of a sweep are: {@code sweeps/<sweep>/<point>/seed-<n>} below the folder of the
 * run.
 *
 * @param all the folder of all sweeps of the run
 * @param sweep name of the sweep
 */
public record SweepFolder(Path all, String sweep) {

  private static final String WINNER = "winner.yaml";

  /** Returns the folder of all sweeps of a run. */
  public static Path ofRun(Path runDirectory) {
    return runDirectory.resolve(SweepPlan.FOLDER);
  }

  /** Returns the folder of a sweep of a run. */
  public static SweepFolder of(Path runDirectory, PlannedSweep sweep) {
    return new SweepFolder(ofRun(runDirectory), sweep.name());
  }

  /** Returns the folder. */
  public Path path() {
    return all.resolve(sweep);
  }

  /** Returns the file of the results. */
  public Path result() {
    return path().resolve(SweepResult.FILE);
  }

  /** Returns the experiment file of the best point. */
  public Path winner() {
    return path().resolve(WINNER);
  }

  /** Removes what an earlier search wrote when it was finished; its trials stay. */
  void forgetResults() {
    try {
      Files.deleteIfExists(result());
      Files.deleteIfExists(winner());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the trials of a point, one for each seed. */
  List<Trial> trials(PlannedPoint point, List<Long> seeds) {
    return seeds.stream().map(seed -> Trial.in(all, point.experiment(), seed)).toList();
  }

  /** Returns the name of the folder of a point. */
  static String nameOf(PlannedPoint point) {
    String name = point.experiment().name();
    return name.substring(name.indexOf('/') + 1);
  }
}
