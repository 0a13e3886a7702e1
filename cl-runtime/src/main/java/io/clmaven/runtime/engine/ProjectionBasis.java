package io.clmaven.runtime.engine;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads the bases that {@link Network#project} takes. */
public final class ProjectionBasis {

  private ProjectionBasis() {}

  /**
   * Returns a basis as a row-major float32 copy, or nothing if it removes nothing.
   *
   * @param basis M [d, k]; null or k = 0 removes nothing
   * @throws IllegalArgumentException if it is no basis of a subspace of the weight's rows
   */
  public static Optional<INDArray> of(Segment weight, INDArray basis) {
    if (basis == null || basis.isEmpty() || basis.size(1) == 0) {
      return Optional.empty();
    }
    if (basis.size(0) != weight.columns() || basis.size(1) > weight.columns()) {
      throw new IllegalArgumentException(
          "the basis of '%s' needs %d rows and not more columns, found %d x %d"
              .formatted(weight.layer(), weight.columns(), basis.size(0), basis.size(1)));
    }
    return Optional.of(basis.castTo(DataType.FLOAT).dup('c'));
  }
}
