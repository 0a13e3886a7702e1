package io.clmaven.runtime.method;

import io.clmaven.runtime.component.Declaration;

/** No protection against forgetting: learns one task after the other. The lower bound. */
public final class Naive implements ContinualMethod {

  @Override
  public Declaration declaration() {
    return new Declaration(
        "naive",
        "Learns one task after the other without protection: the lower bound.",
        "Baseline of all papers (also called fine-tuning)",
        Declaration.None.class);
  }
}
