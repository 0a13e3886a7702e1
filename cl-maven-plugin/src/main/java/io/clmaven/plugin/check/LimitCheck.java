package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Compares a statistic of one metric with the absolute limits of its rule. */
final class LimitCheck {

  private final PlannedExperiment experiment;
  private final String metric;
  private final CheckRule rule;
  private final int scale;

  LimitCheck(PlannedExperiment experiment, String metric, CheckRule rule) {
    this.experiment = experiment;
    this.metric = metric;
    this.rule = rule;
    this.scale = Rounding.scaleOf(rule);
  }

  /** Returns a verdict for each limit that the rule has. */
  List<Verdict> judge(Sample sample) {
    List<Verdict> verdicts = new ArrayList<>();
    if (rule.seeds() > 1) {
      String detail = Messages.seeds(metric, sample.size(), rule.seeds());
      verdicts.add(verdict("seeds", sample.size() >= rule.seeds(), detail));
    }
    rule.minimum().ifPresent(minimum -> verdicts.add(judgeMinimum(sample, minimum)));
    rule.maximum().ifPresent(maximum -> verdicts.add(judgeMaximum(sample, maximum)));
    return verdicts;
  }

  private Verdict judgeMinimum(Sample sample, BigDecimal minimum) {
    double measured = sample.statistic(rule.statistic());
    if (Double.isNaN(measured)) {
      return verdict("minimum", false, Messages.intervalNeedsSeeds(rule.statistic()));
    }
    String detail =
        Messages.limit(
            Messages.measured(rule.statistic(), metric, sample.size()),
            Rounding.floor(measured, scale),
            "minimum is " + Rounding.limit(minimum, scale));
    return verdict("minimum", Rounding.exact(measured).compareTo(minimum) >= 0, detail);
  }

  private Verdict judgeMaximum(Sample sample, BigDecimal maximum) {
    double measured = sample.statistic(rule.statistic());
    if (Double.isNaN(measured)) {
      return verdict("maximum", false, Messages.intervalNeedsSeeds(rule.statistic()));
    }
    String detail =
        Messages.limit(
            Messages.measured(rule.statistic(), metric, sample.size()),
            Rounding.ceiling(measured, scale),
            "maximum is " + Rounding.limit(maximum, scale));
    return verdict("maximum", Rounding.exact(measured).compareTo(maximum) <= 0, detail);
  }

  private Verdict verdict(String part, boolean met, String detail) {
    String id = metric + "." + part;
    return met ? Verdict.met(experiment, id, detail) : Verdict.broken(experiment, id, detail);
  }
}
