package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether results belong to the experiment as it is now. */
final class Freshness {

  private final PlannedExperiment experiment;

  Freshness(PlannedExperiment experiment) {
    this.experiment = experiment;
  }

  /** Returns what changed since the results were measured, with the seeds it concerns. */
  Map<List<String>, List<Long>> changes(ExperimentResults results) {
    Map<List<String>, List<Long>> changes = new LinkedHashMap<>();
    for (TrialResult trial : results.trials()) {
      List<String> change = experiment.fingerprint().changesSince(trial.fingerprint());
      if (!change.isEmpty()) {
        changes.computeIfAbsent(change, key -> new ArrayList<>()).add(trial.seed());
      }
    }
    return changes;
  }

  /** Returns a broken rule for every different staleness. */
  List<Verdict> judge(ExperimentResults results) {
    List<Verdict> verdicts = new ArrayList<>();
    changes(results)
        .forEach(
            (change, seeds) ->
                verdicts.add(Verdict.broken(experiment, "results", Messages.stale(seeds, change))));
    return verdicts;
  }
}
