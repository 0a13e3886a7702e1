package io.clmaven.plugin.check;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes new baselines of results; worse values need a reason, which is kept with them. A metric is
 * worse when it falls by more than the margin of its rule.
 */
public final class BaselineUpdate {

  private final Optional<String> reason;

  /**
   * Makes an update.
   *
   * @param reason why worse values are accepted, if they are
   */
  public BaselineUpdate(Optional<String> reason) {
    this.reason = reason;
  }

  /**
   * Returns the baseline to write; nothing if the one that is there holds the same values.
   *
   * @throws ProjectException if results are missing or stale, or worse without a reason
   */
  public Optional<Baseline> propose(PlannedExperiment experiment, Evidence evidence) {
    ExperimentResults results = evidence.results().of(experiment.seeds());
    requireComplete(experiment, results);
    Baseline fresh = Baseline.of(results, Optional.empty());
    if (evidence.baseline().isEmpty()) {
      return Optional.of(fresh);
    }
    Baseline old = evidence.baseline().get();
    if (old.measuredOn().equals(fresh.measuredOn()) && old.metrics().equals(fresh.metrics())) {
      return Optional.empty();
    }
    List<String> objections = objections(new Guards(experiment.checks()), old, fresh);
    if (objections.isEmpty()) {
      return Optional.of(fresh);
    }
    if (reason.isEmpty()) {
      throw new ProjectException(Messages.worse(evidence.baselineFile(), objections));
    }
    return Optional.of(Baseline.of(results, reason));
  }

  private static void requireComplete(PlannedExperiment experiment, ExperimentResults results) {
    List<Long> missing =
        experiment.seeds().stream().filter(seed -> results.trial(seed).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new ProjectException(
          Messages.notUpdated(experiment.name(), Messages.missingSeeds(missing)));
    }
    Map<List<String>, List<Long>> stale = new Freshness(experiment).changes(results);
    stale.forEach(
        (changes, seeds) -> {
          throw new ProjectException(
              Messages.notUpdated(experiment.name(), Messages.stale(seeds, changes)));
        });
  }

  private static List<String> objections(Guards guards, Baseline old, Baseline fresh) {
    List<String> differences = Comparability.differences(old.measuredOn(), fresh.measuredOn());
    if (!differences.isEmpty()) {
      return List.of(Messages.measuredOnOther(differences));
    }
    List<String> objections = new ArrayList<>();
    guards
        .margins()
        .forEach(
            (metric, margin) ->
                objection(metric, margin, old.values(metric), fresh.values(metric))
                    .ifPresent(objections::add));
    return objections;
  }

  /** Over the common seeds if there are any, otherwise over all. */
  private static Optional<String> objection(
      String metric,
      BigDecimal margin,
      SortedMap<Long, Double> before,
      SortedMap<Long, Double> now) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    if (now.isEmpty()) {
      return Optional.of(Messages.lost(metric));
    }
    boolean paired = now.keySet().stream().anyMatch(before::containsKey);
    double meanBefore = mean(paired ? common(before, now) : before);
    double meanNow = mean(paired ? common(now, before) : now);
    double worsening = Direction.of(metric).worsening(meanBefore, meanNow);
    return Rounding.exact(worsening).compareTo(margin) > 0
        ? Optional.of(
            Messages.worsened(metric, Rounding.plain(meanBefore), Rounding.plain(meanNow), margin))
        : Optional.empty();
  }

  private static SortedMap<Long, Double> common(
      SortedMap<Long, Double> values, SortedMap<Long, Double> others) {
    TreeMap<Long, Double> common = new TreeMap<>(values);
    common.keySet().retainAll(others.keySet());
    return common;
  }

  private static double mean(SortedMap<Long, Double> values) {
    return Sample.of(values.values()).mean();
  }
}
