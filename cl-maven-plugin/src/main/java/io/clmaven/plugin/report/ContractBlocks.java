package io.clmaven.plugin.report;

import io.clmaven.plugin.report.Page.Status;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the methods promise and how the trials kept it; nothing where they promise nothing. */
final class ContractBlocks {

  private final Trials trials;

  ContractBlocks(Trials trials) {
    this.trials = trials;
  }

  List<Block> build() {
    Map<String, List<Finding>> findings = findings();
    if (findings.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Block.Heading("Contracts"),
        new Block.Table(
            "What the method promises, checked while it trained; the worst of all seeds",
            List.of("outcome", "contract", "what has to hold", "worst", "where", "checks"),
            findings.values().stream().map(this::row).toList()));
  }

  /** What one seed found about a contract. */
  private record Finding(long seed, Contract contract) {}

  private Map<String, List<Finding>> findings() {
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    for (TrialResult trial : trials.all()) {
      for (Contract contract : trial.diagnostics().contracts()) {
        findings
            .computeIfAbsent(contract.id(), id -> new ArrayList<>())
            .add(new Finding(trial.seed(), contract));
      }
    }
    return findings;
  }

  private List<Cell> row(List<Finding> seeds) {
    // NaN is the largest of all doubles here
    Finding worst =
        seeds.stream().max(Comparator.comparingDouble(f -> f.contract().worst())).orElseThrow();
    Contract contract = worst.contract();
    long checks = seeds.stream().mapToLong(f -> f.contract().checks()).sum();
    return List.of(
        outcome(contract, checks),
        Cell.code(contract.id()),
        Cell.text("%s ≤ %s".formatted(contract.statement(), Numbers.quantity(contract.limit()))),
        Cell.number(checks == 0 ? Numbers.MISSING : deviation(contract)),
        Cell.text(checks == 0 ? Numbers.MISSING : place(worst)),
        Cell.number(Numbers.count(checks)));
  }

  private static Cell outcome(Contract contract, long checks) {
    if (checks == 0) {
      return Cell.status("not checked", Status.UNJUDGED);
    }
    return contract.holds()
        ? Cell.status("holds", Status.PASSED)
        : Cell.status("broken", Status.FAILED);
  }

  private static String deviation(Contract contract) {
    return Double.isFinite(contract.worst())
        ? Numbers.quantity(contract.worst())
        : String.valueOf(contract.worst());
  }

  /** A deviation of exactly 0 is nowhere in particular. */
  private String place(Finding worst) {
    String where = worst.contract().worst() == 0 ? "everywhere" : worst.contract().where();
    return trials.all().size() == 1 || worst.contract().worst() == 0
        ? where
        : "seed %d, %s".formatted(worst.seed(), where);
  }
}
