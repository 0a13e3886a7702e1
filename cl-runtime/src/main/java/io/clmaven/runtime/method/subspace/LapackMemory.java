package io.clmaven.runtime.method.subspace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Memory outside the heap, which BLAS and LAPACK work on without a copy. */
final class LapackMemory {

  private LapackMemory() {}

  /** Allocates that many zeros. */
  static DoubleBuffer buffer(int size) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(size, Double.BYTES))
        .order(ByteOrder.nativeOrder())
        .asDoubleBuffer();
  }

  /** Copies a row-major matrix. */
  static INDArray array(DoubleBuffer values, int rows, int columns) {
    double[] copy = new double[rows * columns];
    values.get(0, copy);
    return Nd4j.createFromArray(copy).reshape(rows, columns);
  }
}
