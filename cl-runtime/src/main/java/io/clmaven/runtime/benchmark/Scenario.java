package io.clmaven.runtime.benchmark;

/** What is known about the task at test time (van de Ven and Tolias, 2019). */
public enum Scenario {
  /** The task is known: one head per task. */
  TASK,
  /** The task is unknown, the classes are the same in every task. */
  DOMAIN,
  /** The task is unknown, every task brings classes of its own. */
  CLASS
}
