package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;

/** Where a trial stands. Everything counts from 0. */
final class Position implements Stateful {

  private int task;
  private int epoch;
  private int step;
  private long total;
  private boolean begun;

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
    epoch = 0;
    step = 0;
    begun = false;
  }

  @Override
  public void save(StateWriter out) {
    out.putLongs("position", new long[] {task, epoch, step, total, begun ? 1 : 0});
  }

  @Override
  public void load(StateReader in) {
    long[] values = in.getLongs("position");
    task = (int) values[0];
    epoch = (int) values[1];
    step = (int) values[2];
    total = values[3];
    begun = values[4] == 1;
  }
}
