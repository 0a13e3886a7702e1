package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.method.fsdgpm.Variant.Perturbation;
import io.clmaven.runtime.method.fsdgpm.Variant.Place;
import io.clmaven.runtime.method.fsdgpm.Variant.Weighting;

/**
 * GPM inside the code of FS-DGPM: the gradient of the mixed batch at the weights themselves,
 * projected with lambda = 1. The official code has no switch for it; it is {@link FsGpm} with eta1
 * = 0 and K = 1. See {@link ReplayProjection} for the formulas and for what differs from the paper.
 */
public final class ReplayGpm extends ReplayProjection {

  public ReplayGpm() {
    super(
        "replay-gpm",
        "Replay with gradient projection.",
        new Variant(Perturbation.NONE, Weighting.ONE, Place.PRESENT));
  }
}
