package io.clmaven.plugin.report;

import io.clmaven.plugin.check.Sample;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The accuracy matrix as a heat map, with one table for the mean and one for each seed. */
final class MatrixFigure {

  private static final double STEP = 5;

  private final Trials trials;
  private final List<String> tasks;

  MatrixFigure(Trials trials) {
    this.trials = trials;
    this.tasks = trials.tasks();
  }

  Block.Figure build(String id) {
    List<Block.Table> tables = new ArrayList<>();
    boolean several = trials.all().size() > 1;
    if (several) {
      tables.add(
          table(
              "Mean and standard deviation over %d seeds".formatted(trials.all().size()),
              tasks,
              (i, j) -> Trials.percent(trials.accuracy(i, j))));
    }
    for (TrialResult trial : trials.all()) {
      tables.add(
          table(
              "Seed " + trial.seed(),
              trial.taskNames(),
              (i, j) -> Numbers.percent(Trials.at(trial.accuracy(), i, j))));
    }
    return new Block.Figure(
        id,
        trials.evaluated().heading() + " matrix",
        "Accuracy in percent on the %s examples%s. A row is the state of the network after learning"
                .formatted(trials.evaluated().examples(), several ? ", mean over the seeds" : "")
            + " a task, a column is the task it is measured on; below the diagonal is what was"
            + " kept.",
        Block.Figure.Width.HALF,
        heatMap(),
        tables);
  }

  private Chart heatMap() {
    double low = learnt().min().orElse(0);
    double high = learnt().max().orElse(1);
    return new Chart.HeatMap(
        tasks,
        cells(sample -> Numbers.chart(sample.mean())),
        cells(sample -> Numbers.chart(sample.standardDeviation())),
        Math.max(0, Math.floor(100 * low / STEP) * STEP),
        Math.min(100, Math.ceil(100 * high / STEP) * STEP));
  }

  /** What lies below and on the diagonal; tasks not yet learnt do not stretch the colours. */
  private DoubleStream learnt() {
    return IntStream.range(0, tasks.size())
        .boxed()
        .flatMapToDouble(
            i ->
                IntStream.rangeClosed(0, i)
                    .mapToObj(j -> trials.accuracy(i, j))
                    .flatMap(Optional::stream)
                    .mapToDouble(Sample::mean));
  }

  private List<List<Double>> cells(Function<Sample, Double> value) {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < tasks.size(); j++) {
        row.add(trials.accuracy(i, j).map(value).orElse(null));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Block.Table table(String caption, List<String> names, Entry entry) {
    List<String> header = new ArrayList<>(List.of("after"));
    header.addAll(names);
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(names.get(i))));
      for (int j = 0; j < names.size(); j++) {
        row.add(Cell.number(entry.text(i, j)));
      }
      rows.add(row);
    }
    return new Block.Table(caption, header, rows);
  }

  private interface Entry {
    String text(int i, int j);
  }
}
