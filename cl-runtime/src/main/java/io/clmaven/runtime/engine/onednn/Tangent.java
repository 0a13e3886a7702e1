package io.clmaven.runtime.engine.onednn;

/**
 * A layer differentiated in one direction: of the inputs (their tangents) and of the parameters
 * (their direction memory). Everything is taken where the stage's last forward and backward were. A
 * tangent that is {@link Matrix#ZERO} is zero everywhere.
 */
interface Tangent extends AutoCloseable {

  /**
   * Computes the tangent of the output.
   *
   * @param tangents of the inputs; {@link Matrix#ZERO} only where the stage has parameters or
   *     another input has a tangent
   */
  Matrix forward(Matrix[] tangents, Pass pass);

  /**
   * Computes the tangent of the gradient of the parameters to their result memory, before any
   * {@link #inputGradient}.
   *
   * @param gradient with respect to the output, as the stage's backward saw it
   * @param tangent of that gradient
   */
  default void parameterGradient(Matrix gradient, Matrix tangent, Pass pass) {}

  /**
   * Computes the tangent of the gradient with respect to an input.
   *
   * @param input which one
   * @param tangent of the gradient with respect to the output, never {@link Matrix#ZERO}
   */
  Matrix inputGradient(int input, Matrix gradient, Matrix tangent, Pass pass);

  @Override
  default void close() {}
}
