package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.ProjectionBasis;
import io.clmaven.runtime.engine.Segment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What is removed from the gradients of weights: G - (G M) M^T. */
final class Subspaces {

  private final ParameterLayout layout;
  private final FlatVector gradient;
  private final Map<Segment, INDArray> bases = new LinkedHashMap<>(); // M [d, k]

  Subspaces(ParameterLayout layout, FlatVector gradient) {
    this.layout = layout;
    this.gradient = gradient;
  }

  /**
   * Sets the subspace of a weight.
   *
   * @param basis M [d, k]; null or k = 0 removes nothing
   */
  void put(Segment weight, INDArray basis) {
    if (!layout.weights().contains(weight)) {
      throw new IllegalArgumentException("'%s' has no weight".formatted(weight.layer()));
    }
    ProjectionBasis.of(weight, basis)
        .ifPresentOrElse(columns -> bases.put(weight, columns), () -> bases.remove(weight));
  }

  /** Removes all of them from the gradient. */
  void remove() {
    bases.forEach(this::remove);
  }

  private void remove(Segment weight, INDArray basis) {
    INDArray g =
        gradient
            .array()
            .get(NDArrayIndex.interval(weight.offset(), weight.end()))
            .reshape('c', weight.rows(), weight.columns());
    g.subi(g.mmul(basis).mmul(basis.transpose()));
  }
}
