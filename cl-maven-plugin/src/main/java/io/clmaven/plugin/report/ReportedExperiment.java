package io.clmaven.plugin.report;

import io.clmaven.plugin.check.Baseline;
import io.clmaven.plugin.check.ExperimentResults;
import io.clmaven.plugin.check.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What the report knows of one experiment.
 *
 * @param name name, unique in the report
 * @param summary one line: benchmark, model, methods, optimizer, epochs, seeds; may be empty
 * @param description what the experiment is for; may be empty
 * @param command reproduces the numbers
 * @param results results of its trials; may be empty
 * @param landscapes its loss landscapes; may be empty
 * @param baseline the committed baseline
 * @param verdicts what the gate says; empty if there are no rules or no plan
 */
public record ReportedExperiment(
    String name,
    String summary,
    String description,
    String command,
    ExperimentResults results,
    Landscapes landscapes,
    Optional<Baseline> baseline,
    List<Verdict> verdicts) {

  /** Returns what the gate says about the whole experiment, if it says something. */
  Optional<Page.Status> status() {
    if (verdicts.isEmpty()) {
      return Optional.empty();
    }
    if (verdicts.stream().anyMatch(Verdict::isBroken)) {
      return Optional.of(Page.Status.FAILED);
    }
    boolean judged = verdicts.stream().allMatch(v -> v.outcome() == Verdict.Outcome.MET);
    return Optional.of(judged ? Page.Status.PASSED : Page.Status.UNJUDGED);
  }
}
