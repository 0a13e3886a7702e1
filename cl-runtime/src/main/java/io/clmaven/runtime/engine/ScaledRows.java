package io.clmaven.runtime.engine;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The rows of a matrix times one factor each, renewed when the factors change. */
final class ScaledRows {

  private final FlatVector rows; // [k, d]
  private final float[] factors; // [k], of the present product
  private FlatVector product; // [k, d], made when a factor is not 1

  ScaledRows(FlatVector rows, int count) {
    this.rows = rows;
    this.factors = new float[count];
  }

  /** Returns the rows times these factors, not to be changed; the rows themselves if all are 1. */
  FlatVector by(float[] wanted) {
    if (allOnes(wanted)) {
      return rows;
    }
    if (product == null || !Arrays.equals(factors, wanted)) {
      renew(wanted);
    }
    return product;
  }

  private static boolean allOnes(float[] wanted) {
    for (float factor : wanted) {
      if (factor != 1f) {
        return false;
      }
    }
    return true;
  }

  private void renew(float[] wanted) {
    if (product == null) {
      product = new FlatVector(Nd4j.create(DataType.FLOAT, rows.length()));
    }
    System.arraycopy(wanted, 0, factors, 0, factors.length);
    float[] from = rows.pull();
    float[] to = product.values();
    int columns = rows.length() / factors.length;
    for (int row = 0; row < factors.length; row++) {
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        to[i] = wanted[row] * from[i];
      }
    }
  }
}
