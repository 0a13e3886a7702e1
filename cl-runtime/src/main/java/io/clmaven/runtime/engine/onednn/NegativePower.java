package io.clmaven.runtime.engine.onednn;

/** x^-beta of many values. */
interface NegativePower {

  /** Computes the first values. */
  void of(float[] x, float[] power, int count);

  /** Returns the fastest way to compute a power. */
  static NegativePower with(double beta) {
    return beta == 0.75
        ? NegativePower::threeQuarters
        : (x, power, count) -> {
          for (int i = 0; i < count; i++) {
            power[i] = (float) Math.pow(x[i], -beta);
          }
        };
  }

  /** By square roots, which the JIT vectorises. */
  private static void threeQuarters(float[] x, float[] power, int count) {
    for (int i = 0; i < count; i++) {
      float root = (float) Math.sqrt(x[i]);
      power[i] = 1f / (root * (float) Math.sqrt(root));
    }
  }
}
