package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.method.fsdgpm.Variant.Perturbation;
import io.clmaven.runtime.method.fsdgpm.Variant.Place;
import io.clmaven.runtime.method.fsdgpm.Variant.Weighting;

/**
 * DGPM: the gradient is taken at the weights themselves; only the soft weights learn from the loss
 * after steps down it (s = -1, where the official parser has its switch for sharpness off). The
 * first task has no soft weights, and there the gradient is taken after those steps. See {@link
 * ReplayProjection} for the formulas and for what differs from the paper.
 */
public final class Dgpm extends ReplayProjection {

  public Dgpm() {
    super(
        "dgpm",
        "Replay with soft gradient projection.",
        new Variant(Perturbation.DOWN, Weighting.SOFT, Place.PRESENT));
  }
}
