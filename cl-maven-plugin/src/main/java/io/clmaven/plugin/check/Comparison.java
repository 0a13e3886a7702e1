package io.clmaven.plugin.check;

/**
 * Values of one metric before and after, paired by seed.
 *
 * @param direction which values are better
 * @param before values of the baseline
 * @param after measured values, in the same order of seeds
 */
record Comparison(Direction direction, Sample before, Sample after) {

  /** Returns by how much each seed got worse. */
  Sample worsening() {
    double[] worsening = new double[after.size()];
    for (int i = 0; i < worsening.length; i++) {
      worsening[i] = direction.worsening(before.values()[i], after.values()[i]);
    }
    return new Sample(worsening);
  }

  /** Returns by how much the mean got worse at most, with a one-sided confidence. */
  double bound(double confidence) {
    Sample worsening = worsening();
    return worsening.size() == 1 ? worsening.mean() : worsening.upperBound(confidence);
  }
}
