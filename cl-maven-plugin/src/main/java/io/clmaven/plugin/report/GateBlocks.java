package io.clmaven.plugin.report;

import io.clmaven.plugin.check.Baseline;
import io.clmaven.plugin.check.Sample;
import io.clmaven.plugin.check.Verdict;
import io.clmaven.plugin.report.Page.Status;
import io.clmaven.runtime.metric.Metric;
import io.clmaven.runtime.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What the gate says, and how the results compare with the committed baseline. */
final class GateBlocks {

  private final ReportedExperiment experiment;

  GateBlocks(ReportedExperiment experiment) {
    this.experiment = experiment;
  }

  List<Block> build() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("Gate"));
    if (experiment.verdicts().isEmpty()) {
      blocks.add(new Block.Paragraph("This experiment was not judged."));
    } else {
      blocks.add(verdicts());
    }
    blocks.add(experiment.baseline().map(this::comparison).orElseGet(GateBlocks::noBaseline));
    experiment
        .baseline()
        .flatMap(Baseline::reason)
        .ifPresent(
            reason -> blocks.add(new Block.Paragraph("Reason kept with the baseline: " + reason)));
    return blocks;
  }

  private static Block noBaseline() {
    return new Block.Paragraph("There is no baseline to compare with.");
  }

  private Block.Table verdicts() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Verdict verdict : experiment.verdicts()) {
      Cell outcome =
          switch (verdict.outcome()) {
            case MET -> Cell.status("met", Status.PASSED);
            case BROKEN -> Cell.status("broken", Status.FAILED);
            case SKIPPED -> Cell.status("skipped", Status.UNJUDGED);
          };
      rows.add(List.of(outcome, Cell.code(verdict.rule()), Cell.text(verdict.detail())));
    }
    return new Block.Table("Rules", List.of("outcome", "rule", "finding"), rows);
  }

  private Block comparison(Baseline baseline) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Metric metric : Metrics.all()) {
      SortedMap<Long, Double> before = baseline.values(metric.id());
      Optional<Sample> now = now(metric.id());
      if (!before.isEmpty() && now.isPresent()) {
        rows.add(row(metric, Sample.of(before.values()), now.get()));
      }
    }
    return new Block.Table(
        "Comparison with the baseline",
        List.of("metric", "baseline", "now", "difference in points", "tendency"),
        rows);
  }

  private Optional<Sample> now(String metric) {
    return new Trials(experiment.results()).metric(metric);
  }

  private static List<Cell> row(Metric metric, Sample before, Sample now) {
    double difference = now.mean() - before.mean();
    return List.of(
        Cell.code(metric.id()),
        Cell.number(Trials.percent(Optional.of(before))),
        Cell.number(Trials.percent(Optional.of(now))),
        Cell.number(Numbers.difference(difference)),
        Cell.text(tendency(metric, difference)));
  }

  private static String tendency(Metric metric, double difference) {
    if (Math.abs(difference) < 0.00005) {
      return "unchanged";
    }
    boolean up = difference > 0;
    return up == (metric.better() == Metric.Better.HIGHER) ? "better" : "worse";
  }
}
