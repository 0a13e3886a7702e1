package io.clmaven.runtime.engine.onednn;

/** The way forward through a layer, or through several at once. */
interface Forward extends AutoCloseable {

  /**
   * Computes the output.
   *
   * @param inputs one per input
   */
  Matrix forward(Matrix[] inputs, Pass pass);

  @Override
  default void close() {}
}
