package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.ProjectionBasis;
import io.clmaven.runtime.engine.Segment;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A projection P of the rows of a weight's gradient G [o, d]. Where G = D^T X, projecting the input
 * X gives the same as projecting G; the one with fewer rows is cheaper.
 */
interface Projection extends AutoCloseable {

  /** Leaves the gradient as it is. */
  Projection NONE =
      new Projection() {
        @Override
        public boolean isForInput(int rows, int outputs) {
          return true;
        }

        @Override
        public Matrix input(int rows, Matrix x) {
          return x;
        }

        @Override
        public void gradient(int outputs, Matrix g) {}
      };

  /** G = 0: the basis spans everything. */
  Projection FROZEN =
      new Projection() {
        @Override
        public boolean isForInput(int rows, int outputs) {
          return false;
        }

        @Override
        public Matrix input(int rows, Matrix x) {
          throw new IllegalStateException("the gradient is cheaper");
        }

        @Override
        public void gradient(int outputs, Matrix g) {
          Pointer.memset(g.data(), 0, (long) outputs * g.columns() * Float.BYTES);
        }
      };

  /**
   * Returns whether it is cheaper to project the input.
   *
   * @param rows number of samples N
   * @param outputs rows o of the gradient
   */
  boolean isForInput(int rows, int outputs);

  /** Returns X P [N, d]; X stays as it is. */
  Matrix input(int rows, Matrix x);

  /** Replaces G by G P. */
  void gradient(int outputs, Matrix g);

  /** Tells where the inputs of the next {@link #input} come from. */
  default void comingFrom(Batch.Origin origin) {}

  @Override
  default void close() {}

  /**
   * Makes the projection that removes a subspace from the gradient of a weight.
   *
   * @param basis M [d, k] with orthonormal columns; null or k = 0 removes nothing
   */
  static Projection removing(Segment weight, INDArray basis) {
    return ProjectionBasis.of(weight, basis)
        .map(rowMajor -> removing(rowMajor.data().asFloat(), weight.columns()))
        .orElse(NONE);
  }

  /**
   * Makes the projection that removes a subspace.
   *
   * @param basis M [d, k] row-major, orthonormal columns
   * @param d rows of {@code basis}
   */
  static Projection removing(float[] basis, int d) {
    int k = basis.length / d;
    if (k == 0) {
      return NONE;
    }
    if (k == d) {
      return FROZEN;
    }
    return 2 * k <= d
        ? new SubspaceProjection(basis, k, SubspaceProjection.Keep.COMPLEMENT)
        : new SubspaceProjection(
            OrthogonalComplement.of(basis, d), d - k, SubspaceProjection.Keep.SUBSPACE);
  }
}
