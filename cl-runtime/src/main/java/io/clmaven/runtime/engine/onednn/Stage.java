package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Mode;

/** A layer at work: its memory and its kernels. */
interface Stage extends AutoCloseable {

  /**
   * Computes the output.
   *
   * @param input not changed; stays valid until after {@link #backward}
   * @param rows number of samples
   */
  Matrix forward(Matrix input, int rows, Mode mode);

  /**
   * Computes the gradient of the parameters, and of the input where a layer before needs it.
   *
   * @param gradient with respect to the output of the last {@link #forward} in training mode
   * @return with respect to its input
   */
  Matrix backward(Matrix gradient, int rows);

  @Override
  default void close() {}
}
