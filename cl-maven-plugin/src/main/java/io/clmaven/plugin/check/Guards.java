package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.metric.Metric;
import io.clmaven.runtime.metric.Metrics;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The metrics that must not fall when a baseline is replaced: those with a rule, or {@code
 * accuracy} where an experiment has no rules.
 *
 * @param rules rules of the experiment by metric
 */
record Guards(Map<String, CheckRule> rules) {

  private static final String WITHOUT_RULES = "accuracy";

  /** Returns by how much each metric may fall; 0 where its rule has no margin. */
  SortedMap<String, BigDecimal> margins() {
    TreeMap<String, BigDecimal> margins = new TreeMap<>();
    rules.forEach(
        (name, rule) ->
            Metrics.find(name)
                .map(Metric::id)
                .ifPresent(id -> margins.put(id, rule.margin().orElse(BigDecimal.ZERO))));
    return margins.isEmpty() ? new TreeMap<>(Map.of(WITHOUT_RULES, BigDecimal.ZERO)) : margins;
  }
}
