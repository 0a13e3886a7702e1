package io.clmaven.runtime.engine.onednn;

import java.util.Arrays;

/** A heap array for the values of a matrix, kept and grown as needed. */
final class HeapCopy {

  private float[] values = {};

  /** Brings a matrix to the heap; the array is longer than needed after a larger batch. */
  float[] pull(Matrix matrix, int rows) {
    matrix.pullRows(sized(rows * matrix.columns()), rows);
    return values;
  }

  /** Returns an array at least that long, with any values. */
  float[] sized(int length) {
    if (values.length < length) {
      values = new float[length];
    }
    return values;
  }

  /**
   * Brings a matrix that may be {@link Matrix#ZERO} to the heap.
   *
   * @param columns of the matrix it stands for
   */
  float[] pullOrZero(Matrix matrix, int rows, int columns) {
    if (matrix != Matrix.ZERO) {
      return pull(matrix, rows);
    }
    int length = rows * columns;
    Arrays.fill(sized(length), 0, length, 0f);
    return values;
  }

  /** Returns what was last pulled. */
  float[] values() {
    return values;
  }
}
