package io.clmaven.plugin.sweep;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.train.JsonFiles;
import io.clmaven.plugin.train.Trial;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the results of points. */
final class Scoring {

  private final SweepFolder folder;
  private final String metric;

  Scoring(SweepFolder folder, String metric) {
    this.folder = folder;
    this.metric = metric;
  }

  /** Returns the score of a point; it diverged if it did so with one of the seeds. */
  Score of(PlannedPoint point, List<Long> seeds) {
    List<Double> values = new ArrayList<>();
    for (Trial trial : folder.trials(point, seeds)) {
      Optional<Divergence> divergence = Divergence.of(trial);
      if (divergence.isPresent()) {
        return new Score(point, List.of(), divergence.map(Divergence::message));
      }
      values.add(value(trial));
    }
    return new Score(point, values, Optional.empty());
  }

  private double value(Trial trial) {
    Double value = JsonFiles.read(trial.results(), TrialResult.class).metrics().get(metric);
    if (value == null) {
      throw new ProjectException(
          "Cannot compare points by '%s': it is undefined in the results of %s. Choose another metric."
              .formatted(metric, trial.label()));
    }
    return value;
  }
}
