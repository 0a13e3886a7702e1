package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.cblas_sger;

import org.bytedeco.javacpp.FloatPointer;

/** A matrix product of oneDNN on row-major memory: c = scale op(a) op(b) + keep c. */
enum Product {
  /** c = a b. */
  PLAIN('N', 'N', 1, 0),
  /** c = c + a b. */
  PLAIN_ADDED('N', 'N', 1, 1),
  /** c = c - a b. */
  PLAIN_SUBTRACTED('N', 'N', -1, 1),
  /** c = a b^T. */
  RIGHT_TRANSPOSED('N', 'T', 1, 0),
  /** c = c + a b^T. */
  RIGHT_TRANSPOSED_ADDED('N', 'T', 1, 1),
  /** c = a^T b. */
  LEFT_TRANSPOSED('T', 'N', 1, 0),
  /** c = c + a^T b. */
  LEFT_TRANSPOSED_ADDED('T', 'N', 1, 1);

  private final byte left;
  private final byte right;
  private final float scale;
  private final float keep;

  Product(char left, char right, float scale, float keep) {
    this.left = (byte) left;
    this.right = (byte) right;
    this.scale = scale;
    this.keep = keep;
  }

  /**
   * Computes it.
   *
   * @param rows rows of {@code a} in use; all other sizes follow from the columns
   */
  void run(int rows, Matrix a, Matrix b, Matrix c) {
    run(rows, a, b, scale, c.data(), c.columns());
  }

  /**
   * Adds a multiple of a^T b: c = c + factor a^T b.
   *
   * @param c [columns of a, columns of b], from its position on
   */
  static void addOuter(int rows, Matrix a, Matrix b, float factor, FloatPointer c) {
    if (rows == 1) { // bound by memory: a product of one row would pass over c twice
      int n = b.columns();
      cblas_sger(CblasRowMajor, a.columns(), n, factor, a.data(), 1, b.data(), 1, c, n);
    } else {
      LEFT_TRANSPOSED_ADDED.run(rows, a, b, factor, c, b.columns());
    }
  }

  private void run(int rows, Matrix a, Matrix b, float factor, FloatPointer c, int n) {
    int m = left == 'T' ? a.columns() : rows;
    int k = left == 'T' ? rows : a.columns();
    int status =
        dnnl_sgemm(
            left, right, m, n, k, factor, a.data(), a.columns(), b.data(), b.columns(), keep, c, n);
    if (status != dnnl_success) {
      throw new IllegalStateException("oneDNN sgemm failed with status " + status);
    }
  }
}
