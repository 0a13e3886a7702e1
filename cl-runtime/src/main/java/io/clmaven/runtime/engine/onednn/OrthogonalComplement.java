package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dorgqr;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

/** An orthonormal basis of what is orthogonal to a subspace, by a QR decomposition in float64. */
final class OrthogonalComplement {

  private OrthogonalComplement() {}

  /**
   * Computes N.
   *
   * @param basis M [d, k] row-major, orthonormal columns
   * @return N [d, d - k] row-major, orthonormal columns, M^T N = 0
   */
  static float[] of(float[] basis, int d) {
    int k = basis.length / d;
    double[] q = new double[d * d]; // column-major
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < k; j++) {
        q[j * d + i] = basis[i * k + j];
      }
    }
    double[] reflections = new double[k];
    check(LAPACKE_dgeqrf(LAPACK_COL_MAJOR, d, k, q, d, reflections));
    check(LAPACKE_dorgqr(LAPACK_COL_MAJOR, d, d, k, q, d, reflections));
    int width = d - k;
    float[] complement = new float[d * width];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < width; j++) {
        complement[i * width + j] = (float) q[(k + j) * d + i];
      }
    }
    return complement;
  }

  private static void check(int status) {
    if (status != 0) {
      throw new IllegalStateException("QR decomposition failed with status " + status);
    }
  }
}
