package io.clmaven.plugin.report;

import io.clmaven.runtime.experiment.result.LossLandscapeResult.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The loss landscape of one experiment: curves along directions, and surfaces. */
final class LandscapeFigures {

  private final Landscapes landscapes;
  private final List<String> tasks;
  private final int last;

  /**
   * Makes the figures.
   *
   * @param tasks names of the tasks
   */
  LandscapeFigures(Landscapes landscapes, List<String> tasks) {
    this.landscapes = landscapes;
    this.tasks = tasks;
    this.last = landscapes.lastTask();
  }

  /** Returns nothing if there is no landscape. */
  List<Block> build(String id) {
    if (landscapes.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("Loss landscape"));
    blocks.add(firstTask(id + "-landscape-first"));
    if (last > 0 && landscapes.has(last, last)) {
      blocks.add(allTasks(id + "-landscape-last"));
    }
    blocks.addAll(surfaces(id + "-landscape-surface"));
    return blocks;
  }

  private Block.Figure firstTask(String id) {
    LandscapeCurves curves = new LandscapeCurves(landscapes.steps());
    for (int after = 0; after <= last; after++) {
      curves.add("after " + tasks.get(after), landscapes, after, 0);
    }
    String title = "Loss of %s around the weights after each task".formatted(tasks.get(0));
    return new Block.Figure(
        id,
        title,
        "Training loss along random filter-normalised directions; " + note(landscapes),
        Block.Figure.Width.HALF,
        curves.ordered(),
        List.of(curves.table(title)));
  }

  private Block.Figure allTasks(String id) {
    LandscapeCurves curves = new LandscapeCurves(landscapes.steps());
    for (int on = 0; on <= last; on++) {
      curves.add(tasks.get(on), landscapes, last, on);
    }
    String title = "Loss of each task around the weights after the last task";
    return new Block.Figure(
        id,
        title,
        "Training loss along random filter-normalised directions; " + note(landscapes),
        Block.Figure.Width.HALF,
        curves.ordered(),
        List.of(curves.table(title)));
  }

  /** Returns what line and band mean. */
  static String note(Landscapes landscapes) {
    int directions = landscapes.first().curves().get(0).losses().size();
    int seeds = landscapes.bySeed().size();
    return "line and band are mean and standard deviation over %d direction%s%s."
        .formatted(
            directions,
            directions == 1 ? "" : "s",
            seeds == 1 ? "" : " of each of %d seeds".formatted(seeds));
  }

  /** The surfaces after the first and after the last task, in the same colours. */
  private List<Block.Figure> surfaces(String id) {
    List<Grid> shown =
        Stream.of(0, last).distinct().map(landscapes::surface).flatMap(Optional::stream).toList();
    double[] losses =
        shown.stream()
            .flatMap(surface -> surface.losses().stream())
            .flatMap(List::stream)
            .filter(Objects::nonNull)
            .mapToDouble(Float::doubleValue)
            .sorted()
            .toArray();
    if (losses.length == 0) {
      return List.of();
    }
    return shown.stream()
        .map(surface -> surface(id, surface, losses[0], losses[losses.length - 1]))
        .toList();
  }

  private Block.Figure surface(String id, Grid surface, double low, double high) {
    List<Double> axis = landscapes.first().axis();
    List<List<Double>> values =
        surface.losses().stream()
            .map(row -> row.stream().map(LandscapeFigures::rounded).toList())
            .toList();
    String title =
        "Loss of %s over two directions after %s"
            .formatted(tasks.get(surface.on()), tasks.get(surface.after()));
    return new Block.Figure(
        "%s-%d".formatted(id, surface.after() + 1),
        title,
        "Training loss over the plane of two random filter-normalised directions; the weights are"
            + " at 0, 0. Seed %d; colours in equal ratios."
                .formatted(landscapes.bySeed().firstKey()),
        Block.Figure.Width.HALF,
        new Chart.Surface(axis, values, Numbers.significant(low), Numbers.significant(high)),
        List.of(table(title, axis, surface)));
  }

  private static Double rounded(Float loss) {
    return loss == null ? null : Numbers.significant(loss);
  }

  private static Block.Table table(String caption, List<Double> axis, Grid surface) {
    List<String> header = new ArrayList<>(List.of("second direction"));
    axis.forEach(place -> header.add(place + ""));
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < axis.size(); i++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.number(axis.get(i) + "")));
      for (Float loss : surface.losses().get(i)) {
        row.add(Cell.number(loss == null ? Numbers.MISSING : Numbers.loss(loss)));
      }
      rows.add(row);
    }
    return new Block.Table(caption, header, rows);
  }
}
