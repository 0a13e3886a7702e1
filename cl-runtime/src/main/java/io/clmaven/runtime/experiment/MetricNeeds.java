package io.clmaven.runtime.experiment;

import io.clmaven.runtime.experiment.Training.Evaluation;
import io.clmaven.runtime.metric.AccuracyMatrix;
import io.clmaven.runtime.metric.Metric;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What has to be tested for a metric to be defined. */
public final class MetricNeeds {

  private static final double SOME_ACCURACY = 0.5;

  private MetricNeeds() {}

  /** Returns whether a metric is defined after a number of tasks. */
  public static boolean isDefined(Metric metric, int tasks, Evaluation evaluation) {
    List<List<Double>> rows =
        IntStream.range(0, tasks).mapToObj(i -> some(evaluation.tested(i + 1, tasks))).toList();
    List<Double> untrained = some(evaluation.testsUntrained() ? tasks : 0);
    return metric.compute(new AccuracyMatrix(rows, untrained)).isPresent();
  }

  /**
   * Returns the evaluation of the fewest tasks with which a metric is defined, if any is enough.
   */
  public static Optional<Evaluation> evaluation(Metric metric, int tasks) {
    return Stream.of(Evaluation.values())
        .filter(evaluation -> isDefined(metric, tasks, evaluation))
        .findFirst();
  }

  private static List<Double> some(int count) {
    return Collections.nCopies(count, SOME_ACCURACY);
  }
}
