package io.clmaven.plugin.report;

import io.clmaven.plugin.check.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All experiments side by side. */
final class OverviewSection {

  private final List<ReportedExperiment> experiments;

  OverviewSection(List<ReportedExperiment> experiments) {
    this.experiments = experiments;
  }

  Page.Section build() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(table());
    List<ReportedExperiment> trained =
        experiments.stream().filter(e -> !e.results().trials().isEmpty()).toList();
    if (trained.size() > 1) {
      blocks.add(figure(trained));
    }
    return new Page.Section("overview", "Overview", "", java.util.Optional.empty(), blocks);
  }

  private Block.Table table() {
    List<List<Cell>> rows = experiments.stream().map(OverviewSection::row).toList();
    return new Block.Table(
        "Experiments",
        List.of("experiment", "gate", "accuracy", "bwt", "forgetting.max", "time", "seeds"),
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
      row.add(Cell.text("not trained"));
      IntStream.range(0, 4).forEach(i -> row.add(Cell.text(Numbers.MISSING)));
      return row;
    }
    Trials trials = new Trials(experiment.results());
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

  private static Block.Figure figure(List<ReportedExperiment> experiments) {
    int tasks = experiments.stream().mapToInt(OverviewSection::tasks).max().orElseThrow();
    List<String> positions = IntStream.rangeClosed(1, tasks).mapToObj(String::valueOf).toList();
    List<Chart.Line> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("tasks learnt"));
    for (ReportedExperiment experiment : experiments) {
      header.add(experiment.name());
      lines.add(new Chart.Line(experiment.name(), "", means(experiment, tasks)));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(positions.get(i))));
      for (ReportedExperiment experiment : experiments) {
        row.add(Cell.number(Trials.percent(new Trials(experiment.results()).seen(i))));
      }
      rows.add(row);
    }
    return new Block.Figure(
        "overview-accuracy",
        "Average accuracy of all experiments",
        "Mean test accuracy in percent on the tasks learnt so far, mean over the seeds.",
        Block.Figure.Width.FULL,
        new Chart.Lines(positions, false, lines),
        List.of(new Block.Table("Average accuracy after each task", header, rows)));
  }

  private static int tasks(ReportedExperiment experiment) {
    return new Trials(experiment.results()).tasks().size();
  }

  private static List<Double> means(ReportedExperiment experiment, int tasks) {
    Trials trials = new Trials(experiment.results());
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      means.add(Numbers.chart(trials.seen(i).map(Sample::mean).orElse(Double.NaN)));
    }
    return means;
  }
}
