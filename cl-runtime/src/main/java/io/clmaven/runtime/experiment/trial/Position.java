package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;

/** Where a trial stands. Everything counts from 0. */
final class Position implements Stateful {

  private final int tasks;
  private final int passes;
  private int pass;
  private int task;
  private int epoch;
  private int step;
  private long total;
  private boolean begun;

  /**
   * Begins before the first step.
   *
   * @param tasks number of tasks of the stream
   * @param passes how often the stream is repeated
   */
  Position(int tasks, int passes) {
    this.tasks = tasks;
    this.passes = passes;
  }

  /** Returns whether all tasks are learnt. */
  boolean isAtTheEnd() {
    return task == tasks;
  }

  /** Returns whether this is the pass over the stream whose networks are evaluated. */
  boolean isInTheLastPass() {
    return pass == passes - 1;
  }

  /** Returns the tasks that were learnt so far; a task counts once in each pass. */
  int visited() {
    return pass * tasks + task;
  }

  /** Returns how many tasks are learnt in all; a task counts once in each pass. */
  int visits() {
    return passes * tasks;
  }

  int task() {
    return task;
  }

  int epoch() {
    return epoch;
  }

  /** Returns the steps of this epoch that are done. */
  int step() {
    return step;
  }

  /** Returns the steps of this trial that are done. */
  long total() {
    return total;
  }

  /** Returns whether the task was begun. */
  boolean begun() {
    return begun;
  }

  void beginTask() {
    begun = true;
  }

  void nextStep() {
    step++;
    total++;
  }

  void nextEpoch() {
    epoch++;
    step = 0;
  }

  void nextTask() {
    task++;
    if (task == tasks && !isInTheLastPass()) {
      task = 0;
      pass++;
    }
    epoch = 0;
    step = 0;
    begun = false;
  }

  @Override
  public void save(StateWriter out) {
    out.putLongs("position", new long[] {pass, task, epoch, step, total, begun ? 1 : 0});
  }

  @Override
  public void load(StateReader in) {
    long[] values = in.getLongs("position");
    pass = (int) values[0];
    task = (int) values[1];
    epoch = (int) values[2];
    step = (int) values[3];
    total = values[4];
    begun = values[5] == 1;
  }
}
