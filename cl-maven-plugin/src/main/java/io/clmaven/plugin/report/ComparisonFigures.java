package io.clmaven.plugin.report;

import io.clmaven.plugin.check.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Experiments on one stream of tasks that were measured on the same examples in one chart: others
 * cannot be compared.
 */
final class ComparisonFigures {

  /** What experiments in one chart have in common. */
  private record Common(TaskStream stream, Evaluated evaluated) {

    static Common of(ReportedExperiment experiment) {
      return new Common(TaskStream.of(experiment), new Trials(experiment.results()).evaluated());
    }
  }

  private final Map<Common, List<ReportedExperiment>> groups;

  /**
   * Groups experiments.
   *
   * @param trained experiments with results
   */
  ComparisonFigures(List<ReportedExperiment> trained) {
    this.groups =
        trained.stream()
            .collect(Collectors.groupingBy(Common::of, LinkedHashMap::new, Collectors.toList()));
  }

  /** Returns a figure for each group of several experiments. */
  List<Block.Figure> build() {
    List<Block.Figure> figures = new ArrayList<>();
    groups.forEach(
        (common, experiments) -> {
          if (experiments.size() > 1) {
            String id = "overview-accuracy-" + (figures.size() + 1);
            figures.add(figure(id, common, experiments));
          }
        });
    return figures;
  }

  /** Returns the title of a group; streams that have no chart are told apart from it as well. */
  private String title(Common common) {
    List<TaskStream> streams =
        groups.keySet().stream()
            .filter(other -> other.evaluated() == common.evaluated())
            .map(Common::stream)
            .toList();
    return "Average %s on %s"
        .formatted(common.evaluated().accuracy(), common.stream().title(streams));
  }

  private Block.Figure figure(String id, Common common, List<ReportedExperiment> experiments) {
    int tasks = common.stream().tasks();
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
        id,
        title(common),
        "Mean %s accuracy in percent on the tasks learnt so far, mean over the seeds."
            .formatted(common.evaluated().examples()),
        Block.Figure.Width.FULL,
        new Chart.Lines(positions, false, lines),
        List.of(
            new Block.Table(
                "Average %s after each task".formatted(common.evaluated().accuracy()),
                header,
                rows)));
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
