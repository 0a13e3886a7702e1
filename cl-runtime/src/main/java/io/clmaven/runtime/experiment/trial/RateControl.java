package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.state.Stateful;

/**
 * Decides over the learning rate and the end of a task. Its state is loaded after that of the
 * optimizer.
 */
interface RateControl extends Stateful {

  /** A constant rate for all epochs. */
  RateControl CONSTANT = new RateControl() {};

  /** Called before the first epoch of a task. */
  default void beginTask() {}

  /** Called after each epoch; returns whether the task ends here. */
  default boolean endsAfterEpoch(TrainingData data) {
    return false;
  }

  /** Called after the last epoch of a task. */
  default void endTask() {}
}
