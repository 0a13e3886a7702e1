package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.benchmark.Dimensions;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.MetricNeeds;
import io.clmaven.runtime.metric.Metric;
import java.util.Optional;

/** Whether an experiment measures what a metric needs; unknown sizes of a stream are no problem. */
final class MetricCheck {

  private MetricCheck() {}

  /** Returns what is wrong, if anything is. */
  static Optional<String> problem(Metric metric, Experiment experiment) {
    Selection<Benchmark> benchmark = experiment.benchmark();
    Optional<Integer> tasks =
        benchmark.create().dimensions(benchmark.parameters()).map(Dimensions::tasks);
    return tasks
        .filter(n -> !MetricNeeds.isDefined(metric, n, experiment.training().evaluate()))
        .map(
            n ->
                MetricNeeds.evaluation(metric, n)
                    .map(more -> SweepMessages.metricOfMoreTasks(metric.id(), more))
                    .orElseGet(() -> SweepMessages.undefinedMetric(metric.id(), n)));
  }
}
