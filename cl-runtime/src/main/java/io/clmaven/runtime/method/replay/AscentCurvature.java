package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.FlatVector;

/** How the gradient of a perturbation depends on the weights where it was taken. */
@FunctionalInterface
interface AscentCurvature {

  /** As if it did not: first order. */
  AscentCurvature NONE = (adjoint, ascent) -> {};

  /**
   * Takes the adjoint of the weights ahead back to those where the perturbation began.
   *
   * @param adjoint b_j; becomes a_j
   */
  void addTo(FlatVector adjoint, Ascent ascent);
}
