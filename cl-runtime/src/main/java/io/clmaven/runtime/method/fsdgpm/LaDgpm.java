package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.method.fsdgpm.Variant.Place;
import io.clmaven.runtime.method.fsdgpm.Variant.Weighting;

/**
 * La-DGPM: the gradient is taken after steps down the loss (s = -1), as meta-learning does, and
 * projected with soft weights that ascend the same loss. See the package for the formulas and for
 * what differs from the paper.
 */
public final class LaDgpm extends ReplayProjection {

  public LaDgpm() {
    super(
        declaration(
            "la-dgpm",
            "Replay with soft gradient projection, the gradient taken after a look ahead.",
            FsDgpmParameters.class),
        new Variant(Perturbation.DOWN, Weighting.SOFT, Place.PERTURBED));
  }
}
