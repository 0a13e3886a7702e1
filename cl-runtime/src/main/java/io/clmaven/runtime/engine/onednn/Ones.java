package io.clmaven.runtime.engine.onednn;

import java.util.Arrays;

/** A column of ones: products with it add a row to all rows, or sum the rows. */
final class Ones implements AutoCloseable {

  private final Matrix column = Matrix.empty(1);
  private int filled;

  /** Adds a row [1, n] to each row. */
  void add(int rows, Matrix row, Matrix result) {
    Product.PLAIN_ADDED.run(rows, of(rows), row, result);
  }

  /** Computes the sum [1, n] of the rows. */
  void sum(int rows, Matrix matrix, Matrix result) {
    Product.LEFT_TRANSPOSED.run(rows, of(rows), matrix, result);
  }

  private Matrix of(int rows) {
    if (rows > filled) {
      column.reserve(rows);
      float[] values = new float[rows];
      Arrays.fill(values, 1f);
      column.pushRows(values, rows);
      filled = rows;
    }
    return column;
  }

  @Override
  public void close() {
    column.close();
    filled = 0;
  }
}
