package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.benchmark.Dimensions;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.Training.Evaluation;
import io.clmaven.runtime.metric.AccuracyMatrix;
import io.clmaven.runtime.metric.Metric;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether an experiment measures what a metric needs; unknown sizes of a stream are no problem. */
final class MetricCheck {

  private static final double SOME_ACCURACY = 0.5;

  private MetricCheck() {}

  /** Returns what is wrong, if anything is. */
  static Optional<String> problem(Metric metric, Experiment experiment) {
    Selection<Benchmark> benchmark = experiment.benchmark();
    Optional<Integer> tasks =
        benchmark.create().dimensions(benchmark.parameters()).map(Dimensions::tasks);
    return tasks
        .filter(n -> !isDefined(metric, n, experiment.training().evaluate()))
        .map(
            n ->
                Stream.of(Evaluation.values())
                    .filter(more -> isDefined(metric, n, more))
                    .findFirst()
                    .map(more -> SweepMessages.metricOfMoreTasks(metric.id(), more))
                    .orElseGet(() -> SweepMessages.undefinedMetric(metric.id(), n)));
  }

  private static boolean isDefined(Metric metric, int tasks, Evaluation evaluation) {
    List<List<Double>> rows =
        IntStream.range(0, tasks).mapToObj(i -> some(evaluation.tested(i + 1, tasks))).toList();
    List<Double> untrained = some(evaluation.testsUntrained() ? tasks : 0);
    return metric.compute(new AccuracyMatrix(rows, untrained)).isPresent();
  }

  private static List<Double> some(int count) {
    return Collections.nCopies(count, SOME_ACCURACY);
  }
}
