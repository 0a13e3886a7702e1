package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

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
  /** c = a^T b. */
  LEFT_TRANSPOSED('T', 'N', 1, 0);

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
    int m = left == 'T' ? a.columns() : rows;
    int k = left == 'T' ? rows : a.columns();
    int n = c.columns();
    int status =
        dnnl_sgemm(
            left,
            right,
            m,
            n,
            k,
            scale,
            a.data(),
            a.columns(),
            b.data(),
            b.columns(),
            keep,
            c.data(),
            n);
    if (status != dnnl_success) {
      throw new IllegalStateException("oneDNN sgemm failed with status " + status);
    }
  }
}
