package io.clmaven.runtime.method;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Network;

/**
 * What a method sees of one step. The same object is used for all steps of a trial; nothing is
 * allocated per step.
 */
public interface StepContext {

  /** Returns the network. */
  Network network();

  /** Returns the task being learnt. */
  Task task();

  /** Returns the batch of this step. */
  Batch batch();

  /** Returns the mean loss of the batch before the update. */
  double loss();

  /**
   * Returns the gradient [P] of this update on the heap, to be changed in place. It is copied there
   * when it is asked for: a method that needs no gradient costs nothing.
   */
  float[] gradient();

  /** Returns the parameters [P] on the heap, to be read or changed; copied when asked for. */
  float[] parameters();

  /** Returns the number of steps done in this trial before this one. */
  long step();

  /** Returns the number of epochs of this task done before this one. */
  int epoch();
}
