package io.clmaven.runtime.engine.onednn;

/** A value for each logit [N, outputs]: losses write it on the heap, kernels read it. */
final class LogitSignal implements AutoCloseable {

  private final Matrix matrix;
  private float[] values = {};

  LogitSignal(int outputs) {
    this.matrix = Matrix.empty(outputs);
  }

  /** Returns where a loss writes; the array is longer than needed after a larger batch. */
  float[] values(int rows) {
    int length = rows * matrix.columns();
    if (values.length < length) {
      values = new float[length];
    }
    return values;
  }

  /** Brings what was written to the kernels. */
  Matrix push(int rows) {
    matrix.reserve(rows);
    matrix.pushRows(values, rows);
    return matrix;
  }

  @Override
  public void close() {
    matrix.close();
  }
}
