package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.method.fsdgpm.Variant.Place;
import io.clmaven.runtime.method.fsdgpm.Variant.Weighting;

/**
 * DGPM: the gradient is taken at the weights themselves; only the soft weights learn from the loss
 * at perturbed ones. The first task has no soft weights, and there the gradient is taken at
 * perturbed weights. Perturbed is down the loss, where the official parser has its switch for
 * sharpness off, or up. See the package for the formulas and for what differs from the paper.
 */
public final class Dgpm extends ReplayProjection {

  public Dgpm() {
    super(
        declaration("dgpm", "Replay with soft gradient projection.", DgpmParameters.class),
        new Variant(Perturbation.DOWN, Weighting.SOFT, Place.PRESENT));
  }

  @Override
  Variant variant(FamilyParameters given) {
    return new Variant(((DgpmParameters) given).perturbation(), Weighting.SOFT, Place.PRESENT);
  }
}
