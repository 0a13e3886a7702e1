package io.clmaven.runtime.method.subspace;

/**
 * How many leading directions of a representation matrix make a new basis: the rule of {@code
 * set_gpm_by_svd} in the official code of FS-DGPM.
 *
 * <p>Below 1 the threshold is a share of the energy: the fewest directions that together reach it,
 * so that the one that crosses it is kept. Share and threshold are compared in float32, in which
 * 0.99999999999 is 1. From 1 to 10 it keeps all directions; above 10 it is their number, of which
 * the fraction is cut off. Directions without energy beyond rounding are never kept.
 *
 * @param threshold share of the energy, or number of directions
 */
public record LeadingShare(double threshold) {

  private static final double ALL = 1;
  private static final double NUMBER = 10;

  /** Returns the basis of the leading directions, the one with the most energy first. */
  public Basis basis(RepresentationMatrix r) {
    Spectrum spectrum = r.spectrum();
    return spectrum.extend(Basis.empty(r.dimension()), count(spectrum));
  }

  private int count(Spectrum spectrum) {
    if (threshold > NUMBER) {
      return Math.min((int) threshold, spectrum.size());
    }
    return threshold >= ALL ? spectrum.size() : reaching(spectrum);
  }

  private int reaching(Spectrum spectrum) {
    double total = 0;
    for (int i = 0; i < spectrum.size(); i++) {
      total += spectrum.energy(i);
    }
    double sum = 0;
    for (int i = 0; i < spectrum.size(); i++) {
      sum += spectrum.energy(i);
      if ((float) (sum / total) >= (float) threshold) {
        return i + 1;
      }
    }
    return spectrum.size();
  }
}
