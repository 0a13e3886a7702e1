package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.method.fsdgpm.Variant.Place;
import io.clmaven.runtime.method.fsdgpm.Variant.Weighting;

/**
 * FS-DGPM: the gradient is taken at weights perturbed up the loss (s = +1), which looks for flat
 * minima, and projected with soft weights that descend the same loss. See the package for the
 * formulas and for what differs from the paper.
 */
public final class FsDgpm extends ReplayProjection {

  public FsDgpm() {
    super(
        declaration(
            "fs-dgpm",
            "Replay with soft gradient projection, the gradient taken where the loss is higher.",
            FsDgpmParameters.class),
        new Variant(Perturbation.UP, Weighting.SOFT, Place.PERTURBED));
  }
}
