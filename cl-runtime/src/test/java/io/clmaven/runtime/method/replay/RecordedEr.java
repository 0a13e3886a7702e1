package io.clmaven.runtime.method.replay;

import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.WholeStepMethod;

/**
 * {@link Er} or, with sharpness, {@link FsEr} with the switches of a trajectory.
 *
 * @param config of the file
 */
public record RecordedEr(JsonNode config) {

  /** Makes the method. */
  public WholeStepMethod method(ReplayDraws draws) {
    return isPerturbed() ? new FsEr(random -> draws) : new Er(random -> draws);
  }

  /** Returns its parameters. */
  public Record parameters() {
    return isPerturbed() ? perturbed() : plain();
  }

  /** Returns whether weights are perturbed. */
  public boolean isPerturbed() {
    return field(config, "sharpness").booleanValue();
  }

  private ErParameters plain() {
    return new ErParameters(
        whole("memories"),
        number("grad_clip_norm"),
        whole("glances"),
        field(config, "freeze_bn").booleanValue());
  }

  private FsErParameters perturbed() {
    return new FsErParameters(
        whole("memories"),
        number("grad_clip_norm"),
        whole("glances"),
        whole("inner_batches"),
        number("eta1"),
        field(config, "second_order").booleanValue());
  }

  private int whole(String setting) {
    return field(config, setting).intValue();
  }

  private double number(String setting) {
    return field(config, setting).doubleValue();
  }
}
