package io.clmaven.runtime.method.fsdgpm;

/**
 * What tells the methods of the family apart.
 *
 * @param perturbation where the weights are perturbed to
 * @param weighting of the basis directions
 * @param place where the gradient of the weights is taken
 */
record Variant(Perturbation perturbation, Weighting weighting, Place place) {

  /** Returns whether there is a perturbation at all. */
  boolean isPerturbed() {
    return perturbation != Perturbation.NONE;
  }

  /** Returns whether the weights learn from another gradient than the soft weights. */
  boolean retakesGradient() {
    return isPerturbed() && place == Place.PRESENT;
  }

  /** Where the weights are perturbed to. */
  enum Perturbation {
    /** Up the loss: flattening sharpness (FS). */
    UP(1),
    /** Down the loss: look-ahead (La). */
    DOWN(-1),
    /** Nowhere. */
    NONE(0);

    private final int sign;

    Perturbation(int sign) {
      this.sign = sign;
    }

    /** Returns s. */
    int sign() {
      return sign;
    }
  }

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
