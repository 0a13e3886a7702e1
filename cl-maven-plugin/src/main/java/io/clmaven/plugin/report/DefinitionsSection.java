package io.clmaven.plugin.report;

import io.clmaven.runtime.metric.Metric;
import io.clmaven.runtime.metric.Metrics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What each metric of the report means, once for all experiments. */
final class DefinitionsSection {

  static final String ID = "definitions";

  private final Set<String> measured;

  DefinitionsSection(List<ReportedExperiment> experiments) {
    this.measured =
        experiments.stream()
            .flatMap(experiment -> experiment.results().metrics().stream())
            .collect(Collectors.toSet());
  }

  /** Returns the section; nothing where nothing was measured. */
  Optional<Page.Section> build() {
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    List<List<Cell>> rows =
        Metrics.all().stream()
            .filter(metric -> measured.contains(metric.id()))
            .map(DefinitionsSection::row)
            .toList();
    Block.Table table =
        new Block.Table(
            "A(i, j) is the accuracy on task j after learning task i, for tasks 0 to T-1",
            List.of("metric", "formula", "meaning", "source"),
            rows);
    return Optional.of(new Page.Section(ID, "Metrics", "", Optional.empty(), List.of(table)));
  }

  private static List<Cell> row(Metric metric) {
    String better = metric.better() == Metric.Better.HIGHER ? "Higher" : "Lower";
    return List.of(
        Cell.code(metric.id()),
        Cell.code(metric.formula()),
        Cell.text("%s %s is better.".formatted(metric.summary(), better)),
        Cell.text(metric.source()));
  }
}
