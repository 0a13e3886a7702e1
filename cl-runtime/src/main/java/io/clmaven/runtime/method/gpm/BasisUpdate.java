package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.RepresentationMatrix;
import io.clmaven.runtime.method.subspace.Spectrum;

/**
 * How many leading directions of a representation matrix a basis takes over: the rule of {@code
 * update_GPM} in the official code. R [d, n] has energy E = ||R||_F^2.
 */
final class BasisUpdate {

  private BasisUpdate() {}

  /**
   * Returns the basis after the first task: the leading directions whose energy together is
   * strictly below the threshold share. The direction that crosses it is not kept; there may be
   * none.
   */
  static Basis first(RepresentationMatrix r, double threshold) {
    double total = r.energy();
    Spectrum spectrum = r.spectrum();
    double kept = 0;
    int count = 0;
    while (count < spectrum.size() && (kept + spectrum.energy(count)) / total < threshold) {
      kept += spectrum.energy(count);
      count++;
    }
    return spectrum.extend(Basis.empty(r.dimension()), count);
  }

  /**
   * Returns the basis after a later task: grown by the fewest leading directions of the residual R
   * - M M^T R with which the share of E that the basis explains is at least the threshold. It is
   * returned as it is if it explains that much already, or if E = 0.
   */
  static Basis next(Basis memory, RepresentationMatrix r, double threshold) {
    double total = r.energy();
    RepresentationMatrix residual = r.without(memory);
    double explained = (total - residual.energy()) / total;
    if (total == 0 || explained >= threshold) {
      return memory;
    }
    Spectrum spectrum = residual.spectrum();
    int room = memory.dimension() - memory.rank();
    int count = 0;
    while (count < Math.min(room, spectrum.size()) && explained < threshold) {
      explained += spectrum.energy(count) / total;
      count++;
    }
    return spectrum.extend(memory, count);
  }
}
