package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.method.fsdgpm.Variant.Place;
import io.clmaven.runtime.method.fsdgpm.Variant.Weighting;

/**
 * FS-GPM: {@link FsDgpm} with lambda = 1. See the package for the formulas and for what differs
 * from the paper.
 */
public final class FsGpm extends ReplayProjection {

  public FsGpm() {
    super(
        declaration(
            "fs-gpm",
            "Replay with gradient projection, the gradient taken where the loss is higher.",
            FsGpmParameters.class),
        new Variant(Perturbation.UP, Weighting.ONE, Place.PERTURBED));
  }
}
