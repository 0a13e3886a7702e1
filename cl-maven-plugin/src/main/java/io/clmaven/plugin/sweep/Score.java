package io.clmaven.plugin.sweep;

import io.clmaven.plugin.check.Sample;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.result.SweepResult.Point;
import io.clmaven.runtime.experiment.result.SweepResult.State;
import io.clmaven.runtime.metric.Metric.Better;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a point did in a rung.
 *
 * @param point the point
 * @param values the metric for each seed; empty if it diverged
 * @param reason what the trial said that diverged; empty for others
 */
record Score(PlannedPoint point, List<Double> values, Optional<String> reason) {

  Score {
    values = List.copyOf(values);
  }

  boolean diverged() {
    return reason.isPresent();
  }

  double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Returns the sample standard deviation over the seeds; one seed has none. */
  private Optional<Double> deviation() {
    return values.size() < 2
        ? Optional.empty()
        : Optional.of(Sample.of(values).standardDeviation());
  }

  /** Returns the order in which the best comes first and what diverged last. */
  static Comparator<Score> bestFirst(Better better) {
    Comparator<Score> byMean = Comparator.comparingDouble(s -> s.diverged() ? 0 : s.mean());
    return Comparator.comparing(Score::diverged)
        .thenComparing(better == Better.HIGHER ? byMean.reversed() : byMean);
  }

  /** Returns the point as it goes into the results. */
  Point result(int rung, State state) {
    boolean isNumber = !diverged();
    return new Point(
        SweepFolder.nameOf(point),
        point.values(),
        rung,
        values,
        isNumber ? Optional.of(mean()) : Optional.empty(),
        deviation(),
        diverged() ? State.DIVERGED : state,
        reason);
  }
}
