package io.clmaven.runtime.method.fsdgpm;

/**
 * What tells the methods of the family apart.
 *
 * @param perturbation where the weights are perturbed to
 * @param weighting of the basis directions
 * @param place where the gradient of the weights is taken
 */
record Variant(Perturbation perturbation, Weighting weighting, Place place) {

  /** Of the basis directions. */
  enum Weighting {
    /** By soft weights. */
    SOFT,
    /** lambda = 1. */
    ONE
  }

  /** Where the gradient of the weights is taken. */
  enum Place {
    PERTURBED,
    /** At the weights themselves; in the first task at perturbed ones. */
    PRESENT
  }
}
