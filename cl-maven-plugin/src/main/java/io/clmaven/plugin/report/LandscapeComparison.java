package io.clmaven.plugin.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The loss landscapes of experiments on one stream of tasks in one chart. */
final class LandscapeComparison {

  /** What experiments in one chart have in common. */
  private record Common(TaskStream stream, List<Double> steps) {}

  private final Map<Common, List<ReportedExperiment>> groups;

  /**
   * Groups experiments.
   *
   * @param trained experiments with results
   */
  LandscapeComparison(List<ReportedExperiment> trained) {
    this.groups =
        trained.stream()
            .filter(experiment -> !experiment.landscapes().isEmpty())
            .collect(
                Collectors.groupingBy(
                    e -> new Common(TaskStream.of(e), e.landscapes().steps()),
                    LinkedHashMap::new,
                    Collectors.toList()));
  }

  /** Returns a figure for each group of several experiments. */
  List<Block.Figure> build() {
    List<Block.Figure> figures = new ArrayList<>();
    groups.forEach(
        (common, experiments) -> {
          if (experiments.size() > 1) {
            figures.add(figure("overview-landscape-" + (figures.size() + 1), common, experiments));
          }
        });
    return figures;
  }

  private Block.Figure figure(String id, Common common, List<ReportedExperiment> experiments) {
    LandscapeCurves curves = new LandscapeCurves(common.steps());
    for (ReportedExperiment experiment : experiments) {
      Landscapes landscapes = experiment.landscapes();
      curves.add(experiment.name(), landscapes, landscapes.lastTask(), 0);
    }
    List<TaskStream> streams = groups.keySet().stream().map(Common::stream).toList();
    return new Block.Figure(
        id,
        "Loss landscape on " + common.stream().title(streams),
        "Training loss of the first task around the weights after the last task, along random"
            + " filter-normalised directions; line and band are mean and standard deviation over"
            + " directions and seeds.",
        Block.Figure.Width.FULL,
        curves.unordered(),
        List.of(curves.table("Loss of the first task after the last task")));
  }
}
