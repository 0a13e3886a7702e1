package io.clmaven.plugin.report;

import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.experiment.result.TrialResult.TaskCost;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What training cost: time, throughput, memory. */
final class CostBlocks {

  private final Trials trials;

  CostBlocks(Trials trials) {
    this.trials = trials;
  }

  Block.Table perSeed() {
    List<List<Cell>> rows = new ArrayList<>();
    for (TrialResult trial : trials.all()) {
      rows.add(
          List.of(
              Cell.text(String.valueOf(trial.seed())),
              Cell.number(Numbers.seconds(trial.cost().seconds())),
              Cell.number(Numbers.seconds(sum(trial, TaskCost::trainingSeconds))),
              Cell.number(Numbers.seconds(sum(trial, TaskCost::evaluationSeconds))),
              Cell.number(Numbers.count(sum(trial, TaskCost::steps))),
              Cell.number(Numbers.count(trial.cost().samplesPerSecond())),
              Cell.number(Numbers.bytes(trial.cost().peakMemoryBytes())),
              Cell.number(Numbers.bytes(trial.cost().stateBytes())),
              Cell.number(String.valueOf(trial.resumes()))));
    }
    return new Block.Table(
        "Cost of each seed",
        List.of(
            "seed",
            "time",
            "training",
            "evaluation",
            "steps",
            "samples/s",
            "peak memory",
            "state",
            "resumes"),
        rows);
  }

  Block.Table perTask() {
    List<String> tasks = trials.tasks();
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      double training = mean(i, TaskCost::trainingSeconds);
      double samples = mean(i, TaskCost::samples);
      rows.add(
          List.of(
              Cell.text(tasks.get(i)),
              Cell.number(Numbers.seconds(training)),
              Cell.number(Numbers.seconds(mean(i, TaskCost::evaluationSeconds))),
              Cell.number(Numbers.count(mean(i, TaskCost::steps))),
              Cell.number(Numbers.count(samples)),
              Cell.number(training > 0 ? Numbers.count(samples / training) : Numbers.MISSING)));
    }
    return new Block.Table(
        "Cost of each task, mean over the seeds",
        List.of("task", "training", "evaluation", "steps", "samples", "samples/s"),
        rows);
  }

  private static double sum(TrialResult trial, ToDoubleFunction<TaskCost> cost) {
    return trial.tasks().stream().mapToDouble(cost).sum();
  }

  private double mean(int task, ToDoubleFunction<TaskCost> cost) {
    return trials.mean(
        trial ->
            task < trial.tasks().size() ? cost.applyAsDouble(trial.tasks().get(task)) : Double.NaN);
  }
}
