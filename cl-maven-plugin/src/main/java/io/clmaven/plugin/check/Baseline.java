package io.clmaven.plugin.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Committed measurements that later results are compared with.
 *
 * @param schema version of this format, {@link #SCHEMA}
 * @param experiment name
 * @param reason why worse values than before were accepted, if they were
 * @param measuredOn what makes two results comparable: the parts of the fingerprint that name data,
 *     benchmark and backend
 * @param metrics values by metric and seed
 */
@JsonPropertyOrder({"schema", "experiment", "reason", "measuredOn", "metrics"})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Baseline(
    int schema,
    String experiment,
    Optional<String> reason,
    SortedMap<String, String> measuredOn,
    SortedMap<String, SortedMap<Long, Double>> metrics) {

  /** Version of the format that this class describes. */
  public static final int SCHEMA = 1;

  /** Takes the values of results, rounded as they are stored. */
  static Baseline of(ExperimentResults results, Optional<String> reason) {
    TreeMap<String, SortedMap<Long, Double>> metrics = new TreeMap<>();
    for (String metric : results.metrics()) {
      SortedMap<Long, Double> values = results.values(metric);
      if (values.values().stream().allMatch(Double::isFinite)) {
        values.replaceAll((seed, value) -> Rounding.stored(value));
        metrics.put(metric, values);
      }
    }
    SortedMap<String, String> measuredOn = Comparability.of(results.trials().get(0).fingerprint());
    return new Baseline(SCHEMA, results.experiment(), reason, measuredOn, metrics);
  }

  /** Returns the values of a metric by seed; none if it was not measured. */
  public SortedMap<Long, Double> values(String metric) {
    return metrics.getOrDefault(metric, new TreeMap<>());
  }
}
