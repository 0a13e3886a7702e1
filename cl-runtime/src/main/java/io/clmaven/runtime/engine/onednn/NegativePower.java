package io.clmaven.runtime.engine.onednn;

/**
 * d^-beta and d^-(beta + 1) of many values, by way of a root of d from which both come with little
 * effort.
 */
interface NegativePower {

  /** Replaces the first values by their roots. */
  void root(float[] values, int count);

  /**
   * Computes the powers of the first values.
   *
   * @param root what {@link #root} made of d
   * @param power receives d^-beta
   * @param next receives d^-(beta + 1)
   */
  void powers(float[] root, float[] power, float[] next, int count);

  /** Returns the fastest way to compute a power. */
  static NegativePower with(double beta) {
    return beta == 0.75 ? new ThreeQuarters() : new General(beta);
  }

  /** Any beta; the root is d itself. */
  record General(double beta) implements NegativePower {

    @Override
    public void root(float[] values, int count) {}

    @Override
    public void powers(float[] root, float[] power, float[] next, int count) {
      for (int i = 0; i < count; i++) {
        power[i] = (float) Math.pow(root[i], -beta);
        next[i] = power[i] / root[i];
      }
    }
  }

  /** Beta 3/4; the root is d^-1/4 by square roots, which the JIT vectorises. */
  record ThreeQuarters() implements NegativePower {

    @Override
    public void root(float[] values, int count) {
      for (int i = 0; i < count; i++) {
        values[i] = 1f / (float) Math.sqrt((float) Math.sqrt(values[i]));
      }
    }

    @Override
    public void powers(float[] root, float[] power, float[] next, int count) {
      for (int i = 0; i < count; i++) {
        float half = root[i] * root[i];
        power[i] = half * root[i];
        next[i] = half * half * half * root[i];
      }
    }
  }
}
