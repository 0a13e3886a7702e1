package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Segment;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How the gradient of a weight comes about. */
interface Projection extends AutoCloseable {

  /** G = D^T X. */
  Projection NONE = Product.LEFT_TRANSPOSED::run;

  /** G = 0: the basis spans everything. */
  Projection FROZEN =
      (rows, d, x, g) ->
          Pointer.memset(g.data(), 0, (long) d.columns() * x.columns() * Float.BYTES);

  /**
   * Computes the gradient.
   *
   * @param rows number of samples N
   * @param d gradient of the output D [N, out]
   * @param x input X [N, in]
   * @param g receives the gradient of the weight G [out, in]
   */
  void weightGradient(int rows, Matrix d, Matrix x, Matrix g);

  /** Tells where the inputs of the next {@link #weightGradient} come from. */
  default void comingFrom(Batch.Origin origin) {}

  @Override
  default void close() {}

  /**
   * Makes the projection that removes a subspace from the gradient of a weight.
   *
   * @param basis M [d, k] with orthonormal columns; null or k = 0 removes nothing
   */
  static Projection removing(Segment weight, INDArray basis) {
    if (basis == null || basis.isEmpty() || basis.size(1) == 0) {
      return Projection.NONE;
    }
    if (basis.size(0) != weight.columns() || basis.size(1) > weight.columns()) {
      throw new IllegalArgumentException(
          "the basis of '%s' needs %d rows and not more columns, found %d x %d"
              .formatted(weight.layer(), weight.columns(), basis.size(0), basis.size(1)));
    }
    float[] rowMajor = basis.castTo(DataType.FLOAT).dup('c').data().asFloat();
    return removing(rowMajor, weight.columns());
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
