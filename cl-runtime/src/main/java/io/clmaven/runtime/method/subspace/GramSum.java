package io.clmaven.runtime.method.subspace;

import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;

import java.nio.DoubleBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The sum of x x^T over vectors x of length d. */
final class GramSum {

  private final int dimension;
  private final DoubleBuffer sum; // [d, d], its lower half

  GramSum(int dimension) {
    this.dimension = dimension;
    this.sum = LapackMemory.buffer(dimension * dimension);
  }

  /** Adds the vectors between position and limit of a buffer, one behind the other. */
  void add(DoubleBuffer vectors) {
    int d = dimension;
    int count = vectors.remaining() / d;
    cblas_dsyrk(CblasRowMajor, CblasLower, CblasTrans, d, count, 1, vectors, d, 1, sum, d);
  }

  /** Returns the sum [d, d]. */
  INDArray matrix() {
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < i; j++) {
        sum.put(j * dimension + i, sum.get(i * dimension + j));
      }
    }
    return LapackMemory.array(sum, dimension, dimension);
  }
}
