package io.clmaven.runtime.engine.onednn;

/** A heap array for the values of a matrix, kept and grown as needed. */
final class HeapCopy {

  private float[] values = {};

  /** Brings a matrix to the heap; the array is longer than needed after a larger batch. */
  float[] pull(Matrix matrix, int rows) {
    matrix.pull(sized(rows * matrix.columns()), rows);
    return values;
  }

  /** Returns an array at least that long, with any values. */
  float[] sized(int length) {
    if (values.length < length) {
      values = new float[length];
    }
    return values;
  }

  /** Returns what was last pulled. */
  float[] values() {
    return values;
  }
}
