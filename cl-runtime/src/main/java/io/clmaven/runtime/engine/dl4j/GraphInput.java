package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a graph takes.
 *
 * @param shape of one sample
 */
record GraphInput(List<Integer> shape) {

  /** Returns that of the graph of a model; a user's own network stands behind its other layers. */
  static GraphInput of(ModelSpec model) {
    return new GraphInput(
        UserNetwork.in(model).isPresent()
            ? model.shape(model.nodes().get(model.nodes().size() - 1).inputs().get(0))
            : model.inputShape());
  }

  /** Returns the samples of a batch in this shape. */
  INDArray array(Batch batch) {
    long[] dimensions = new long[shape.size() + 1];
    dimensions[0] = batch.size();
    for (int i = 1; i < dimensions.length; i++) {
      dimensions[i] = shape.get(i - 1);
    }
    return batch.inputs().reshape('c', dimensions);
  }
}
