package io.clmaven.runtime.optimizer;

/** How long the running moments of an optimizer live. */
public enum Lifetime {
  /** One optimizer serves all tasks. */
  STREAM,
  /** Every task has an optimizer of its own. */
  TASK
}
