package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.method.fsdgpm.Variant.Place;
import io.clmaven.runtime.method.fsdgpm.Variant.Weighting;

/**
 * La-GPM: {@link LaDgpm} with lambda = 1. See the package for the formulas and for what differs
 * from the paper.
 */
public final class LaGpm extends ReplayProjection {

  public LaGpm() {
    super(
        declaration(
            "la-gpm",
            "Replay with gradient projection, the gradient taken after a look ahead.",
            FsGpmParameters.class),
        new Variant(Perturbation.DOWN, Weighting.ONE, Place.PERTURBED));
  }
}
