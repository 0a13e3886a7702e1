package io.clmaven.runtime.method.agem;

import io.clmaven.runtime.engine.FlatVector;

/**
 * Makes a gradient g agree with a reference r (A-GEM, equation 11): where g . r is negative, g
 * becomes g - (g . r / r . r) r, the nearest vector that is orthogonal to r. Products are summed in
 * float64.
 */
final class GradientProjection {

  private GradientProjection() {}

  /**
   * Projects a gradient in place.
   *
   * @param gradient g [P]
   * @param reference r [P]
   * @return whether g . r was negative
   */
  static boolean apply(FlatVector gradient, FlatVector reference) {
    double product = gradient.dot(reference);
    if (!(product < 0)) {
      return false;
    }
    gradient.add((float) (-product / reference.dot(reference)), reference);
    return true;
  }

  /** Returns by how much the cosine of two vectors is negative; 0 if it is not. */
  static double opposition(FlatVector gradient, FlatVector reference) {
    double product = gradient.dot(reference);
    return product < 0 ? -product / (gradient.norm() * reference.norm()) : 0;
  }
}
