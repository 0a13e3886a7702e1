package io.clmaven.runtime.engine.onednn;

/** A heap array for the values of a matrix, kept and grown as needed. */
final class HeapCopy {

  private float[] values = {};

  /** Brings a matrix to the heap; the array is longer than needed after a larger batch. */
  float[] pull(Matrix matrix, int rows) {
    int length = rows * matrix.columns();
    if (values.length < length) {
      values = new float[length];
    }
    matrix.pull(values, rows);
    return values;
  }

  /** Returns what was last pulled. */
  float[] values() {
    return values;
  }
}
