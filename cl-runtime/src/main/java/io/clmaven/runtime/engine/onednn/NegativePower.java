package io.clmaven.runtime.engine.onednn;

/** x^-beta and its companion x^-(beta + 1) of many values. */
interface NegativePower {

  /**
   * Computes the first values.
   *
   * @param power receives x^-beta
   * @param next receives x^-(beta + 1)
   */
  void of(float[] x, float[] power, float[] next, int count);

  /** Returns the fastest way to compute a power. */
  static NegativePower with(double beta) {
    return beta == 0.75
        ? NegativePower::threeQuarters
        : (x, power, next, count) -> {
          for (int i = 0; i < count; i++) {
            power[i] = (float) Math.pow(x[i], -beta);
            next[i] = power[i] / x[i];
          }
        };
  }

  /** By square roots, which the JIT vectorises. */
  private static void threeQuarters(float[] x, float[] power, float[] next, int count) {
    for (int i = 0; i < count; i++) {
      float quarter = 1f / (float) Math.sqrt((float) Math.sqrt(x[i]));
      float half = quarter * quarter;
      power[i] = half * quarter;
      next[i] = half * half * half * quarter;
    }
  }
}
