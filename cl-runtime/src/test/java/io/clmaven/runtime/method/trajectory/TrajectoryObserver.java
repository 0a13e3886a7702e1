package io.clmaven.runtime.method.trajectory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a trajectory tells about one method or optimizer beside gradients, losses and parameters:
 * takes over its random decisions, and compares.
 */
public interface TrajectoryObserver {

  /** Nothing more to compare. */
  TrajectoryObserver NONE = new TrajectoryObserver() {};

  /** Takes over the random decisions of a step that is about to be done. */
  default void before(JsonNode step) {}

  /** Compares after a step. */
  default void after(JsonNode step, TrajectoryChecks checks) {}

  /** Takes over the random decisions of a task's end. */
  default void beforeTaskEnd(JsonNode end) {}

  /** Compares after a task's end. */
  default void afterTaskEnd(JsonNode end, TrajectoryChecks checks) {}

  /**
   * Returns the mean loss of the stream's batch.
   *
   * @param told what the step returned, or the observer before
   */
  default double streamLoss(double told) {
    return told;
  }
}
