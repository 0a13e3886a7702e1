package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.metric.Metrics;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Results of the trials of one experiment.
 *
 * @param experiment name
 * @param trials in the order of their seeds
 */
public record ExperimentResults(String experiment, List<TrialResult> trials) {

  public ExperimentResults {
    trials = trials.stream().sorted(Comparator.comparingLong(TrialResult::seed)).toList();
  }

  /** Returns the results of the given seeds only. */
  public ExperimentResults of(Collection<Long> seeds) {
    return new ExperimentResults(
        experiment, trials.stream().filter(trial -> seeds.contains(trial.seed())).toList());
  }

  /** Returns the result of a seed. */
  public Optional<TrialResult> trial(long seed) {
    return trials.stream().filter(trial -> trial.seed() == seed).findFirst();
  }

  /** Returns the metrics that at least one trial has, in the order of the catalogue. */
  public List<String> metrics() {
    return Metrics.ids().stream()
        .filter(id -> trials.stream().anyMatch(trial -> trial.metrics().containsKey(id)))
        .toList();
  }

  /** Returns the values of a metric by seed; NaN where a trial lacks it. */
  public SortedMap<Long, Double> values(String metric) {
    TreeMap<Long, Double> values = new TreeMap<>();
    for (TrialResult trial : trials) {
      Map<String, Double> metrics = trial.metrics();
      Double value = metrics.get(metric);
      values.put(trial.seed(), value == null ? Double.NaN : value);
    }
    return values;
  }
}
