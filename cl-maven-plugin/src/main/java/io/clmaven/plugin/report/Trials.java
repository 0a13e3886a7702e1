package io.clmaven.plugin.report;

import io.clmaven.plugin.check.ExperimentResults;
import io.clmaven.plugin.check.Sample;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.metric.AccuracyMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the report asks of the trials of one experiment; there is at least one. */
record Trials(ExperimentResults results) {

  List<TrialResult> all() {
    return results.trials();
  }

  TrialResult first() {
    return all().get(0);
  }

  /** Returns the names of the tasks; their numbers where the order depends on the seed. */
  List<String> tasks() {
    List<List<String>> orders = all().stream().map(TrialResult::taskNames).distinct().toList();
    if (orders.size() == 1) {
      return orders.get(0);
    }
    int tasks = orders.stream().mapToInt(List::size).max().orElseThrow();
    return IntStream.rangeClosed(1, tasks).mapToObj(task -> "task " + task).toList();
  }

  /** Returns the accuracies on task j after task i over the seeds that measured it. */
  Optional<Sample> accuracy(int i, int j) {
    return sample(trial -> at(trial.accuracy(), i, j));
  }

  /** Returns the mean accuracy on the tasks learnt so far after task i, over the seeds. */
  Optional<Sample> seen(int i) {
    return sample(trial -> seen(trial, i));
  }

  /** Returns the mean accuracy of one trial on the tasks learnt so far after task i. */
  static double seen(TrialResult trial, int i) {
    double sum = 0;
    for (int j = 0; j <= i; j++) {
      sum += at(trial.accuracy(), i, j);
    }
    return sum / (i + 1);
  }

  static double at(AccuracyMatrix matrix, int i, int j) {
    return i < matrix.tasks() ? matrix.at(i, j) : Double.NaN;
  }

  /** Returns a metric over the seeds that have it. */
  Optional<Sample> metric(String id) {
    return sample(trial -> trial.metrics().getOrDefault(id, Double.NaN));
  }

  /** Returns the finite values of something over the trials; nothing if there is none. */
  Optional<Sample> sample(ToDoubleFunction<TrialResult> value) {
    double[] values = all().stream().mapToDouble(value).filter(Double::isFinite).toArray();
    return values.length == 0 ? Optional.empty() : Optional.of(new Sample(values));
  }

  /** Returns the mean of something over the trials; NaN if there is none. */
  double mean(ToDoubleFunction<TrialResult> value) {
    return sample(value).map(Sample::mean).orElse(Double.NaN);
  }

  /** Prints a sample of fractions: the mean, with standard deviation if there are several. */
  static String percent(Optional<Sample> sample) {
    return sample
        .map(
            s ->
                s.size() == 1
                    ? Numbers.percent(s.mean())
                    : Numbers.percent(s.mean(), s.standardDeviation()))
        .orElse(Numbers.MISSING);
  }

  /** Returns the examples that accuracies are measured on. */
  Evaluated evaluated() {
    return Evaluated.of(first().configuration());
  }

  /** Prints the seeds, {@code 1, 2, 3}. */
  String seeds() {
    long[] seeds = all().stream().mapToLong(TrialResult::seed).toArray();
    String list = Arrays.toString(seeds);
    return list.substring(1, list.length() - 1);
  }
}
