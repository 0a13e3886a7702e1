package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.metric.Metric;
import io.clmaven.runtime.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges experiments by their rules; never trains, never stops at the first broken rule. */
public final class Gate {

  private static final String RESULTS = "results";

  private final Policy policy;

  /** Makes a gate. */
  public Gate(Policy policy) {
    this.policy = policy;
  }

  /**
   * Judges all rules of an experiment in the order of their metrics; an experiment without rules
   * has no verdicts. The numbers of missing or stale results are not judged.
   */
  public List<Verdict> judge(PlannedExperiment experiment, Evidence evidence) {
    if (experiment.checks().isEmpty()) {
      return List.of();
    }
    ExperimentResults results = evidence.results().of(experiment.seeds());
    if (results.trials().isEmpty()) {
      String detail = Messages.noResults(evidence.resultFolder());
      return List.of(unjudged(policy.noResults(), experiment, RESULTS, detail));
    }
    List<Verdict> verdicts = new ArrayList<>(new Freshness(experiment).judge(results));
    if (verdicts.isEmpty()) {
      verdicts.addAll(missingSeeds(experiment, results));
      new TreeMap<>(experiment.checks())
          .forEach((name, rule) -> verdicts.addAll(judge(experiment, evidence, id(name), rule)));
    }
    return verdicts;
  }

  private static List<Verdict> missingSeeds(
      PlannedExperiment experiment, ExperimentResults results) {
    List<Long> missing =
        experiment.seeds().stream().filter(seed -> results.trial(seed).isEmpty()).toList();
    return missing.isEmpty()
        ? List.of()
        : List.of(Verdict.broken(experiment, RESULTS, Messages.missingSeeds(missing)));
  }

  private List<Verdict> judge(
      PlannedExperiment experiment, Evidence evidence, String metric, CheckRule rule) {
    ExperimentResults results = evidence.results().of(experiment.seeds());
    if (demandsNothing(rule)) {
      return List.of(Verdict.broken(experiment, metric, Messages.demandsNothing()));
    }
    if (!results.metrics().contains(metric)) {
      String detail = Messages.unknownMetric(metric, results.metrics());
      return List.of(Verdict.broken(experiment, metric, detail));
    }
    Map<Long, Double> values = results.values(metric);
    List<Long> notNumbers =
        values.keySet().stream().filter(seed -> !Double.isFinite(values.get(seed))).toList();
    if (!notNumbers.isEmpty()) {
      String detail = Messages.notANumber(metric, notNumbers);
      return List.of(Verdict.broken(experiment, metric, detail));
    }
    List<Verdict> verdicts =
        new ArrayList<>(new LimitCheck(experiment, metric, rule).judge(Sample.of(values.values())));
    if (rule.margin().isPresent()) {
      verdicts.add(regression(experiment, evidence, metric, rule));
    }
    return verdicts;
  }

  private Verdict regression(
      PlannedExperiment experiment, Evidence evidence, String metric, CheckRule rule) {
    String id = metric + ".margin";
    if (evidence.baseline().isEmpty()) {
      return Verdict.broken(experiment, id, Messages.noBaseline(evidence.baselineFile()));
    }
    Baseline baseline = evidence.baseline().get();
    ExperimentResults results = evidence.results().of(experiment.seeds());
    List<String> differences =
        Comparability.differences(
            baseline.measuredOn(), Comparability.of(experiment.fingerprint()));
    if (!differences.isEmpty()) {
      String detail = Messages.otherBaseline(differences);
      return unjudged(policy.otherBaseline(), experiment, id, detail);
    }
    if (baseline.values(metric).isEmpty()) {
      return Verdict.broken(experiment, id, Messages.notInBaseline(metric));
    }
    return new RegressionCheck(experiment, metric, rule)
        .judge(results.values(metric), baseline.values(metric));
  }

  private static String id(String metric) {
    return Metrics.find(metric).map(Metric::id).orElse(metric);
  }

  private static boolean demandsNothing(CheckRule rule) {
    return rule.minimum().isEmpty()
        && rule.maximum().isEmpty()
        && rule.margin().isEmpty()
        && rule.seeds() <= 1;
  }

  private static Verdict unjudged(
      Policy.Reaction reaction, PlannedExperiment experiment, String rule, String detail) {
    return reaction == Policy.Reaction.FAIL
        ? Verdict.broken(experiment, rule, detail)
        : Verdict.skipped(experiment, rule, detail);
  }
}
