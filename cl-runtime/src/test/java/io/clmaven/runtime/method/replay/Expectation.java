package io.clmaven.runtime.method.replay;

import com.fasterxml.jackson.databind.JsonNode;

/** What only a certain method of the FS-DGPM family tells, compared with a trajectory. */
public interface Expectation {

  /**
   * Returns the loss of a glance, of which a step reports the mean.
   *
   * @param glance in the file
   */
  double loss(JsonNode glance);

  /**
   * Compares the method's own facts after an update.
   *
   * @param what begins messages
   * @param glance in the file
   */
  default void update(String what, JsonNode glance) {}

  /**
   * Compares the method's own facts at the end of a task.
   *
   * @param task in the file
   */
  default void task(String what, JsonNode task) {}
}
