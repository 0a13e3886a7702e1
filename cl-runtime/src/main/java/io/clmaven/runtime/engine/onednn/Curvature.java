package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;

/** A layer as HesScale goes through it, where the stage's last forward and backward were. */
interface Curvature extends AutoCloseable {

  /**
   * Computes the curvature of the parameters to their result memory.
   *
   * @param curvature of the output
   */
  default void parameters(Matrix curvature, Pass pass) {}

  /**
   * Computes the curvature of an input.
   *
   * @param input which one
   * @param gradient with respect to the output, as the stage's backward saw it
   * @param curvature of the output
   */
  Matrix input(int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass);

  @Override
  default void close() {}
}
