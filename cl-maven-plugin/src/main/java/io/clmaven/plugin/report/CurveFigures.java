package io.clmaven.plugin.report;

import io.clmaven.plugin.check.Sample;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Accuracy over the tasks as lines: every seed thin, the mean over the seeds strong. */
final class CurveFigures {

  private final Trials trials;
  private final List<String> tasks;

  CurveFigures(Trials trials) {
    this.trials = trials;
    this.tasks = trials.tasks();
  }

  /** Mean accuracy on the tasks learnt so far. */
  Block.Figure average(String id) {
    String name = "tasks so far";
    List<Chart.Line> lines = new ArrayList<>();
    lines.add(mean(name, trials::seen));
    lines.addAll(seeds(name, Trials::seen));
    return new Block.Figure(
        id,
        "Average " + trials.evaluated().accuracy(),
        "Mean %s accuracy in percent on the tasks learnt so far%s"
            .formatted(trials.evaluated().examples(), seedsNote()),
        Block.Figure.Width.HALF,
        new Chart.Lines(tasks, false, lines),
        List.of(averageTable()));
  }

  /** Accuracy on each task from learning it to the end. */
  Block.Figure perTask(String id) {
    List<Chart.Line> lines = new ArrayList<>();
    for (int j = 0; j < tasks.size(); j++) {
      int task = j;
      lines.add(mean(tasks.get(j), i -> i < task ? Optional.empty() : trials.accuracy(i, task)));
      lines.addAll(seeds(tasks.get(j), (trial, i) -> from(task, trial, i)));
    }
    return new Block.Figure(
        id,
        trials.evaluated().heading() + " of each task over time",
        "Accuracy in percent on the %s examples of each task, from learning it to the end%s"
            .formatted(trials.evaluated().examples(), seedsNote()),
        Block.Figure.Width.FULL,
        new Chart.Lines(tasks, true, lines),
        List.of(perTaskTable()));
  }

  private String seedsNote() {
    int count = trials.all().size();
    return count == 1
        ? "."
        : "; thin lines are the %d seeds, strong lines their mean.".formatted(count);
  }

  private static double from(int task, TrialResult trial, int i) {
    return i < task ? Double.NaN : Trials.at(trial.accuracy(), i, task);
  }

  private List<Chart.Line> seeds(String name, SeedValue value) {
    if (trials.all().size() == 1) {
      return List.of();
    }
    return trials.all().stream()
        .map(
            trial ->
                new Chart.Line(name, String.valueOf(trial.seed()), values(i -> value.at(trial, i))))
        .toList();
  }

  private Chart.Line mean(String name, IntFunction<Optional<Sample>> sample) {
    return new Chart.Line(
        name, "", values(i -> sample.apply(i).map(Sample::mean).orElse(Double.NaN)));
  }

  private List<Double> values(IntToDoubleFunction value) {
    return IntStream.range(0, tasks.size())
        .mapToObj(i -> Numbers.chart(value.applyAsDouble(i)))
        .toList();
  }

  private Block.Table averageTable() {
    List<String> header = new ArrayList<>(List.of("after"));
    trials.all().forEach(trial -> header.add("seed " + trial.seed()));
    header.add("mean");
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(tasks.get(i))));
      for (TrialResult trial : trials.all()) {
        row.add(Cell.number(Numbers.percent(Trials.seen(trial, i))));
      }
      row.add(Cell.number(Trials.percent(trials.seen(i))));
      rows.add(row);
    }
    return new Block.Table(
        "Average %s after each task".formatted(trials.evaluated().accuracy()), header, rows);
  }

  private Block.Table perTaskTable() {
    List<String> header = new ArrayList<>(List.of("task", "seed"));
    tasks.forEach(task -> header.add("after " + task));
    List<List<Cell>> rows = new ArrayList<>();
    for (int j = 0; j < tasks.size(); j++) {
      int task = j;
      for (TrialResult trial : trials.all()) {
        rows.add(
            row(
                tasks.get(j),
                String.valueOf(trial.seed()),
                i -> Numbers.percent(from(task, trial, i))));
      }
      if (trials.all().size() > 1) {
        rows.add(row(tasks.get(j), "mean", i -> taskMean(i, task)));
      }
    }
    return new Block.Table(trials.evaluated().heading() + " on each task", header, rows);
  }

  private String taskMean(int i, int task) {
    return i < task ? Numbers.MISSING : Trials.percent(trials.accuracy(i, task));
  }

  private List<Cell> row(String task, String seed, IntFunction<String> value) {
    List<Cell> row = new ArrayList<>(List.of(Cell.text(task), Cell.text(seed)));
    IntStream.range(0, tasks.size()).forEach(i -> row.add(Cell.number(value.apply(i))));
    return row;
  }

  private interface SeedValue {
    double at(TrialResult trial, int i);
  }
}
