package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.engine.OutputRange;

/** Which outputs answer the tasks of a benchmark whose tasks have the same classes. */
public enum Heads {
  /** The same outputs in every task: the task is unknown at test time. */
  SHARED(Scenario.DOMAIN),
  /** Outputs of its own in every task: the task is known at test time. */
  PER_TASK(Scenario.TASK);

  /** What the setting says. */
  static final String EFFECT =
      "Whether the outputs are 'shared' by all tasks or every task has its own ('per-task');"
          + " 'shared' if not set.";

  private final Scenario scenario;

  Heads(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Returns what is known about the task at test time. */
  Scenario scenario() {
    return scenario;
  }

  /** Returns the outputs that answer a task. */
  OutputRange outputs(int task, int classes) {
    int from = this == PER_TASK ? Math.multiplyExact(task, classes) : 0;
    return new OutputRange(from, from + classes);
  }

  /** Returns the number of outputs of all heads together. */
  int total(int tasks, int classes) {
    return outputs(tasks - 1, classes).to();
  }
}
