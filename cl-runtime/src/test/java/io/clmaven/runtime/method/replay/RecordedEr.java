package io.clmaven.runtime.method.replay;

import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.WholeStepMethod;

/**
 * {@link Er} with the switches of a trajectory.
 *
 * @param config of the file
 */
public record RecordedEr(JsonNode config) {

  /** Makes the method. */
  public WholeStepMethod method(ReplayDraws draws) {
    return new Er(random -> draws);
  }

  /** Returns its parameters. */
  public Record parameters() {
    return new ErParameters(
        field(config, "memories").intValue(),
        field(config, "grad_clip_norm").doubleValue(),
        field(config, "glances").intValue(),
        field(config, "freeze_bn").booleanValue());
  }
}
