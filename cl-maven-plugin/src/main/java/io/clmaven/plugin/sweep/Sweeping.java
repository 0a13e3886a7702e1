package io.clmaven.plugin.sweep;

import io.clmaven.plugin.check.WholeFile;
import io.clmaven.plugin.config.ProcessLock;
import io.clmaven.plugin.train.FailurePolicy;
import io.clmaven.plugin.train.RunLock;
import io.clmaven.plugin.train.Training;
import io.clmaven.plugin.train.Trial;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.result.SweepResult;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs a sweep rung by rung. What is up to date is not run again: a sweep that was killed does only
 * what is missing and ends with the same results.
 */
@Named
@Singleton
public class Sweeping {

  /** Divergence is an answer: the point is as bad as can be. */
  public static final FailurePolicy POLICY = Divergence::note;

  private final Training training;

  @Inject
  Sweeping(Training training) {
    this.training = training;
  }

  /**
   * What a sweep is run with.
   *
   * @param folder where its results go
   * @param rung returns how the trials of the next rung are run
   * @param lockTimeout longest wait for another build that runs the same sweep
   * @param log the build log
   */
  public record Context(
      SweepFolder folder, Supplier<Training.Context> rung, Duration lockTimeout, Log log) {}

  /** Runs all rungs and writes the results; meanwhile there are none, not even of other values. */
  public SweepResult run(PlannedSweep sweep, Context context) {
    ProcessLock lock =
        RunLock.take(context.folder().path(), context.lockTimeout(), context.log()::info);
    try {
      context.folder().forgetResults();
      Ladder ladder = new Ladder(sweep);
      while (!ladder.isDone()) {
        context.log().info(ladder.text());
        climb(ladder, new Scoring(context.folder(), sweep.metric()), context);
      }
      SweepResult result = ladder.result();
      WholeFile.write(
          context.folder().result(), Json.mapper().valueToTree(result).toPrettyString() + "\n");
      return result;
    } finally {
      lock.close();
    }
  }

  private void climb(Ladder ladder, Scoring scoring, Context context) {
    Training.Context rung = context.rung().get();
    List<Trial> trials =
        ladder.points().stream()
            .flatMap(point -> context.folder().trials(point, ladder.newSeeds()).stream())
            .toList();
    if (rung.options().force()) {
      trials.forEach(Divergence::forget);
    }
    training.runLocked(
        trials.stream().filter(trial -> Divergence.of(trial).isEmpty()).toList(), rung);
    List<Long> seeds = ladder.seeds();
    ladder.climb(ladder.points().stream().map(point -> scoring.of(point, seeds)).toList());
  }
}
