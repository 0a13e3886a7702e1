package io.clmaven.runtime.engine.onednn;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A stage with a weight [o, d] that multiplies its input. */
interface Weighted extends Stage {

  /** Replaces the projection of the gradient of the weight. */
  void project(Projection projection);

  /** Copies the input of the layer in the public order: [N, in] or [N, C, H, W]. */
  INDArray publicInput(Matrix input, int rows);
}
