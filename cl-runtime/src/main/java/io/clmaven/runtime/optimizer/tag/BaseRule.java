package io.clmaven.runtime.optimizer.tag;

/**
 * What differs between the base rules of TAG: how V grows, and the step w &lt;- w - rate N /
 * (sqrt(S) / c + epsilon) with its numerator N and its correction c.
 */
sealed interface BaseRule {

  /** Adds a gradient to V, over the length of V. */
  void addSquares(float[] v, float[] gradient);

  /** Returns the numerator, up to a {@link #scale}. */
  default float[] numerator(float[] gradient, float[] m) {
    return gradient;
  }

  /** Returns the factor of the numerator at a step of the epoch, counted from 1. */
  default double scale(long step) {
    return 1;
  }

  /** Returns c at a step of the epoch, counted from 1. */
  default double correction(long step) {
    return 1;
  }

  /** V is a running mean; the numerator is the gradient. */
  record RmsProp(double beta2) implements BaseRule {

    @Override
    public void addSquares(float[] v, float[] gradient) {
      average(v, gradient, beta2);
    }
  }

  /** V is a sum; the numerator is the gradient. */
  record Adagrad() implements BaseRule {

    @Override
    public void addSquares(float[] v, float[] gradient) {
      for (int k = 0; k < v.length; k++) {
        v[k] += gradient[k] * gradient[k];
      }
    }
  }

  /**
   * V is a running mean; the numerator is M, and both are corrected for having begun with zeros.
   */
  record Adam(double beta1, double beta2) implements BaseRule {

    @Override
    public void addSquares(float[] v, float[] gradient) {
      average(v, gradient, beta2);
    }

    @Override
    public float[] numerator(float[] gradient, float[] m) {
      return m;
    }

    @Override
    public double scale(long step) {
      return 1 / (1 - Math.pow(beta1, step));
    }

    @Override
    public double correction(long step) {
      return Math.sqrt(1 - Math.pow(beta2, step));
    }
  }

  private static void average(float[] v, float[] gradient, double beta) {
    float decay = (float) beta;
    float rest = (float) (1 - beta);
    for (int k = 0; k < v.length; k++) {
      v[k] = decay * v[k] + rest * gradient[k] * gradient[k];
    }
  }
}
