package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.FlatVector;

/**
 * How the gradient of the mean loss at perturbed weights by the unperturbed ones is put together
 * while a {@link LookAhead} goes from one perturbation to the next.
 */
sealed interface OuterGradient permits FirstOrderGradient, AdjointGradient {

  /** Starts a new one. */
  void begin(Push push);

  /** Returns the memory [P] for the weights after the perturbation of an index. */
  FlatVector ahead(int index);

  /**
   * Tells about the gradient of a perturbation.
   *
   * @param gradient g_j as it is
   */
  void gradient(InnerStep step, FlatVector gradient);

  /**
   * Tells about the direction of a perturbation.
   *
   * @param direction q_j, projected and not clamped yet
   */
  void direction(InnerStep step, FlatVector direction);

  /**
   * Tells about the loss at the weights after a perturbation.
   *
   * @param gradient of the mixed batch there
   */
  void outer(InnerStep step, FlatVector gradient);

  /** Returns the gradient [P] of the sum of these losses over K, to be changed. */
  FlatVector result(int divisor);
}
