package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.FlatVector;

/**
 * Bounds the L2 norm of a whole gradient as PyTorch's {@code clip_grad_norm_} does: with norm n and
 * bound c the gradient is multiplied by min(1, c / (n + 1e-6)).
 *
 * <p>PyTorch computes n in float32, as the norm of the norms of the parameters, and multiplies also
 * by 1. Here n is summed in float64, and a gradient that is not longer than c is not touched.
 *
 * @param bound c
 */
public record GradientClip(double bound) {

  private static final double EPSILON = 1e-6;

  /** Clips a gradient in place. */
  public void apply(FlatVector gradient) {
    double factor = bound / (gradient.norm() + EPSILON);
    if (factor < 1) {
      gradient.scale((float) factor);
    }
  }
}
