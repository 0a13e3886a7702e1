package io.clmaven.runtime.engine;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Inputs of every weighted layer for one batch, by the name of the layer: [N, in] for a linear
 * layer, [N, C, H, W] for a convolution. Copies that stay valid.
 *
 * @param byLayer in the order of the layers
 */
public record LayerInputs(Map<String, INDArray> byLayer) {

  /** Returns the input of a layer. */
  public INDArray of(String layer) {
    return byLayer.get(layer);
  }
}
