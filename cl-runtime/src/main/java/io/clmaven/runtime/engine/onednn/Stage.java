package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives.Power;

/**
 * A layer at work: its memory and its kernels. Images are kept channels last: a row of a {@link
 * Matrix} is one sample in the order row, column, channel.
 *
 * <p>What a method returns belongs to the stage, or is one of its arguments. It stays valid until
 * the same method is called again, unless its only reader has put a result there, see {@link
 * Destination}.
 */
interface Stage extends Forward {

  /**
   * Computes the gradient of the parameters, before any {@link #inputGradient}.
   *
   * @param gradient with respect to the output of the last {@link #forward}
   */
  default void parameterGradient(Matrix gradient, Pass pass) {}

  /**
   * Computes the gradient with respect to an input.
   *
   * @param input which one
   * @param gradient with respect to the output of the last {@link #forward}
   */
  Matrix inputGradient(int input, Matrix gradient, Pass pass);

  /**
   * Tells where the inputs of the last {@link #forward} come from; they are the network's. After
   * the next one they are not, unless this is called again.
   */
  default void comingFrom(Batch.Origin origin) {}

  /** Returns the same layer differentiated forward. */
  Tangent tangent();

  /** Returns the same layer as HesScale goes through it. */
  Curvature curvature();

  /**
   * Sums a power of the gradients of single samples to the result memory of the parameters.
   *
   * @param gradient of the mean loss with respect to the output of the last {@link #forward}, as
   *     {@link #parameterGradient} saw it; what it says of a sample's own loss is scaled by 1 / N
   */
  default void sampleGradients(Matrix gradient, Power power, Pass pass) {}
}
