package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.method.fsdgpm.Variant.Place;
import io.clmaven.runtime.method.fsdgpm.Variant.Weighting;

/**
 * GPM inside the code of FS-DGPM, which has no switch for it: {@link FsGpm} with eta1 = 0. The K
 * passes of the chunks are done although they move no weights, because they move running statistics
 * and draw dropout as those of {@link FsGpm} do. See the package for the formulas and for what
 * differs from the paper.
 */
public final class ReplayGpm extends ReplayProjection {

  public ReplayGpm() {
    super(
        declaration("replay-gpm", "Replay with gradient projection.", ReplayGpmParameters.class),
        new Variant(Perturbation.UP, Weighting.ONE, Place.PERTURBED));
  }
}
