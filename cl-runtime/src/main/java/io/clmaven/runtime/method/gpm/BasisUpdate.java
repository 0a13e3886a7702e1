package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.Spectrum;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How many leading directions of a representation matrix a basis takes over: the rule of {@code
 * update_GPM} in the official code. R [d, n] of float64 has energy E = ||R||_F^2.
 */
final class BasisUpdate {

  private BasisUpdate() {}

  /**
   * Returns the basis after the first task: the leading directions whose energy together is
   * strictly below the threshold share. The direction that crosses it is not kept; there may be
   * none.
   */
  static Basis first(INDArray r, double threshold) {
    Basis none = Basis.empty(r.rows());
    double total = energy(r);
    if (total == 0) {
      return none;
    }
    Spectrum spectrum = Spectrum.of(r);
    double kept = 0;
    int count = 0;
    while (count < spectrum.size() && (kept + spectrum.energy(count)) / total < threshold) {
      kept += spectrum.energy(count);
      count++;
    }
    return extend(none, spectrum, count);
  }

  /**
   * Returns the basis after a later task: grown by the fewest leading directions of the residual R
   * - M M^T R with which the share of E that the basis explains is at least the threshold. It is
   * returned as it is if it explains that much already, or if E = 0.
   */
  static Basis next(Basis memory, INDArray r, double threshold) {
    double total = energy(r);
    INDArray residual = memory.residual(r);
    double explained = (total - energy(residual)) / total;
    if (total == 0 || explained >= threshold) {
      return memory;
    }
    Spectrum spectrum = Spectrum.of(residual);
    int room = memory.dimension() - memory.rank();
    int count = 0;
    while (count < Math.min(room, spectrum.size()) && explained < threshold) {
      explained += spectrum.energy(count) / total;
      count++;
    }
    return extend(memory, spectrum, count);
  }

  private static Basis extend(Basis memory, Spectrum spectrum, int count) {
    return count == 0 ? memory : memory.plus(spectrum.leading(count));
  }

  private static double energy(INDArray r) {
    double norm = r.norm2Number().doubleValue();
    if (!Double.isFinite(norm)) {
      throw new ArithmeticException(
          "Cannot find the leading directions of a layer's inputs: they are not finite. Lower the"
              + " learning rate.");
    }
    return norm * norm;
  }
}
