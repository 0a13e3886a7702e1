package io.clmaven.runtime.engine.onednn;

/** Where a signal passes through the activation that a stage applies to its own output. */
interface Mask extends AutoCloseable {

  /** There is no activation: signals pass everywhere. */
  Mask NONE = (rows, output, signal) -> signal;

  /**
   * Returns the signal where it passes, zero elsewhere.
   *
   * @param output of the stage, behind the activation
   * @param signal at the output
   */
  Matrix apply(int rows, Matrix output, Matrix signal);

  @Override
  default void close() {}
}
