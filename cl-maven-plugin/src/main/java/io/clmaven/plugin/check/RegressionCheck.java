package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Paired non-inferiority test of one metric against the baseline.
 *
 * <p>For every seed that both have, d is by how much the value got worse. The rule is met if the
 * one-sided upper confidence bound of the mean of d, {@code mean(d) + t(confidence, n-1) s(d) /
 * sqrt(n)}, does not exceed the margin: the experiment is shown not to be worse by more than the
 * margin. With one common seed there is no test; d itself must not exceed the margin.
 */
final class RegressionCheck {

  private final PlannedExperiment experiment;
  private final String metric;
  private final CheckRule rule;

  RegressionCheck(PlannedExperiment experiment, String metric, CheckRule rule) {
    this.experiment = experiment;
    this.metric = metric;
    this.rule = rule;
  }

  /** Compares values by seed with those of the baseline. */
  Verdict judge(SortedMap<Long, Double> values, SortedMap<Long, Double> baseline) {
    TreeMap<Long, Double> common = new TreeMap<>(values);
    common.keySet().retainAll(baseline.keySet());
    if (common.isEmpty()) {
      return broken(Messages.noCommonSeed(metric, values.keySet(), baseline.keySet()));
    }
    common.replaceAll((seed, value) -> Rounding.stored(value));
    TreeMap<Long, Double> before = new TreeMap<>(baseline);
    before.keySet().retainAll(common.keySet());
    Direction direction = Direction.of(metric);
    return judge(new Comparison(direction, Sample.of(before.values()), Sample.of(common.values())));
  }

  private Verdict judge(Comparison comparison) {
    BigDecimal margin = rule.margin().orElseThrow();
    double bound = comparison.bound(rule.confidence());
    boolean met = Rounding.exact(bound).compareTo(margin) <= 0;
    String detail = Messages.regression(metric, comparison, rule);
    return met ? Verdict.met(experiment, id(), detail) : broken(detail);
  }

  private Verdict broken(String detail) {
    return Verdict.broken(experiment, id(), detail);
  }

  private String id() {
    return metric + ".margin";
  }
}
