package io.clmaven.plugin.report;

import io.clmaven.plugin.check.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Losses along random directions, several curves in one figure with a table of their points. */
final class LandscapeCurves {

  /** How far from the weights the points are. */
  static final String DISTANCE = "distance from the weights, in lengths of the direction";

  private final List<Double> steps;
  private final List<Chart.Band> bands = new ArrayList<>();
  private final List<List<Cell>> columns = new ArrayList<>();

  LandscapeCurves(List<Double> steps) {
    this.steps = steps;
  }

  /** Adds the loss of a task after a task. */
  LandscapeCurves add(String name, Landscapes landscapes, int after, int on) {
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    List<Cell> column = new ArrayList<>();
    for (int step = 0; step < steps.size(); step++) {
      Optional<Sample> losses = landscapes.losses(after, on, step);
      means.add(losses.map(Sample::mean).map(Numbers::significant).orElse(null));
      deviations.add(losses.map(Sample::standardDeviation).map(Numbers::significant).orElse(null));
      column.add(Cell.number(losses.map(LandscapeCurves::text).orElse(Numbers.MISSING)));
    }
    bands.add(new Chart.Band(name, means, deviations));
    columns.add(column);
    return this;
  }

  private static String text(Sample losses) {
    String mean = Numbers.loss(losses.mean());
    return losses.size() == 1
        ? mean
        : "%s ± %s".formatted(mean, Numbers.loss(losses.standardDeviation()));
  }

  Chart unordered() {
    return new Chart.Bands(DISTANCE, "loss", steps, false, bands);
  }

  /** Returns the chart of curves that have an order, as tasks have. */
  Chart ordered() {
    return new Chart.Bands(DISTANCE, "loss", steps, true, bands);
  }

  Block.Table table(String caption) {
    List<String> header = new ArrayList<>(List.of("distance"));
    bands.forEach(band -> header.add(band.name()));
    List<List<Cell>> rows =
        IntStream.range(0, steps.size())
            .mapToObj(
                step -> {
                  List<Cell> row = new ArrayList<>(List.of(Cell.number(steps.get(step) + "")));
                  columns.forEach(column -> row.add(column.get(step)));
                  return row;
                })
            .toList();
    return new Block.Table(caption, header, rows);
  }
}
