package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.experiment.result.TrialResult.TaskCost;
import io.clmaven.runtime.metric.AccuracyMatrix;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** What a trial has measured so far: accuracies and costs, over all its sessions. */
final class Ledger implements Stateful {

  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private final List<List<Double>> rows = new ArrayList<>();
  private final List<TaskCost> tasks = new ArrayList<>();
  private double[] untrained = {}; // [T]
  private long steps;
  private long samples;
  private double training;
  private double seconds;
  private int resumes;
  private long mark;

  Ledger(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.mark = nanoTime.getAsLong();
  }

  /** Takes the accuracies of the network before its first step. */
  void untrained(List<Double> row) {
    untrained = row.stream().mapToDouble(d -> d).toArray();
    markOther();
  }

  boolean hasUntrained() {
    return untrained.length > 0;
  }

  /** Counts a step. */
  void step(int batchSize) {
    steps++;
    samples += batchSize;
  }

  /** Counts the time since the last mark as training. */
  void markTraining() {
    training += lap();
  }

  /** Counts the time since the last mark for the trial only. */
  void markOther() {
    lap();
  }

  /** Closes a task: the time since the last mark was its evaluation. */
  void taskDone(List<Double> row) {
    double evaluation = lap();
    rows.add(List.copyOf(row));
    tasks.add(new TaskCost(steps, samples, training, evaluation));
    steps = 0;
    samples = 0;
    training = 0;
  }

  void resumed() {
    resumes++;
  }

  int resumes() {
    return resumes;
  }

  AccuracyMatrix accuracy() {
    return new AccuracyMatrix(rows, boxed(untrained));
  }

  List<TaskCost> tasks() {
    return List.copyOf(tasks);
  }

  /** Returns the wall time of the trial up to the last mark. */
  double seconds() {
    return seconds;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private double lap() {
    long now = nanoTime.getAsLong();
    double lap = (now - mark) / NANOS;
    mark = now;
    seconds += lap;
    return lap;
  }

  @Override
  public void save(StateWriter out) {
    out.putDoubles("ledger.untrained", untrained);
    out.putLong("ledger.tasks", tasks.size());
    for (int i = 0; i < tasks.size(); i++) {
      TaskCost cost = tasks.get(i);
      out.putDoubles("ledger.row", rows.get(i).stream().mapToDouble(d -> d).toArray());
      out.putLongs("ledger.counts", new long[] {cost.steps(), cost.samples()});
      out.putDoubles(
          "ledger.seconds", new double[] {cost.trainingSeconds(), cost.evaluationSeconds()});
    }
    out.putLongs("ledger.now", new long[] {steps, samples, resumes});
    out.putDoubles("ledger.time", new double[] {training, seconds});
  }

  @Override
  public void load(StateReader in) {
    untrained = in.getDoubles("ledger.untrained");
    long count = in.getLong("ledger.tasks");
    for (long i = 0; i < count; i++) {
      rows.add(boxed(in.getDoubles("ledger.row")));
      long[] counts = in.getLongs("ledger.counts");
      double[] times = in.getDoubles("ledger.seconds");
      tasks.add(new TaskCost(counts[0], counts[1], times[0], times[1]));
    }
    long[] now = in.getLongs("ledger.now");
    steps = now[0];
    samples = now[1];
    resumes = Math.toIntExact(now[2]);
    double[] time = in.getDoubles("ledger.time");
    training = time[0];
    seconds = time[1];
  }
}
