package io.clmaven.plugin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All experiments side by side. */
final class OverviewSection {

  private static final String SPREAD =
      "± is the standard deviation over the seeds. The metrics are explained at the end of the page.";

  private final List<ReportedExperiment> experiments;

  OverviewSection(List<ReportedExperiment> experiments) {
    this.experiments = experiments;
  }

  Page.Section build() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(table());
    List<ReportedExperiment> trained =
        experiments.stream().filter(e -> !e.results().trials().isEmpty()).toList();
    if (!trained.isEmpty()) {
      blocks.add(new Block.Paragraph(SPREAD));
    }
    blocks.addAll(new ComparisonFigures(trained).build());
    blocks.addAll(new LandscapeComparison(trained).build());
    return new Page.Section("overview", "Overview", "", java.util.Optional.empty(), blocks);
  }

  private Block.Table table() {
    List<List<Cell>> rows = experiments.stream().map(OverviewSection::row).toList();
    return new Block.Table(
        "Experiments",
        List.of(
            "experiment",
            "gate",
            "measured on",
            "accuracy",
            "bwt",
            "forgetting.max",
            "time per seed",
            "seeds"),
        rows);
  }

  private static List<Cell> row(ReportedExperiment experiment) {
    Cell gate =
        experiment
            .status()
            .map(status -> Cell.status(words(status), status))
            .orElse(Cell.text("no rules"));
    List<Cell> row = new ArrayList<>(List.of(Cell.link(experiment.name()), gate));
    if (experiment.results().trials().isEmpty()) {
      row.add(Cell.text(Numbers.MISSING));
      row.add(Cell.text("not trained"));
      IntStream.range(0, 4).forEach(i -> row.add(Cell.text(Numbers.MISSING)));
      return row;
    }
    Trials trials = new Trials(experiment.results());
    row.add(Cell.text(trials.evaluated().examples() + " examples"));
    for (String metric : List.of("accuracy", "bwt", "forgetting.max")) {
      row.add(Cell.number(Trials.percent(trials.metric(metric))));
    }
    row.add(Cell.number(Numbers.seconds(trials.mean(trial -> trial.cost().seconds()))));
    row.add(Cell.text(trials.seeds()));
    return row;
  }

  static String words(Page.Status status) {
    return switch (status) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case UNJUDGED -> "not judged";
    };
  }
}
