package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.benchmark.Task;

/** Estimates the diagonal of the Fisher matrix of a task, in evaluation mode. */
interface DiagonalFisher {

  /** Samples that go through the network at once: what is kept of a pass is large. */
  int BATCH = 25;

  /**
   * Draws samples of a task and returns their diagonal [P] at the present weights, valid until the
   * next call.
   */
  float[] of(Task task);
}
