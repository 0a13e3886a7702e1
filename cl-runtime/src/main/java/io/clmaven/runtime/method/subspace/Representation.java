package io.clmaven.runtime.method.subspace;

import io.clmaven.runtime.engine.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How the recorded input of a layer becomes its representation matrix. */
public interface Representation {

  /**
   * Makes the representation matrix of a layer.
   *
   * @param inputs what went into the layer, [N, ...input shape]
   * @param samples how many of the N samples to use: the first ones, or all if there are fewer
   * @return R [d, n] in float64, one column for each input vector that the weights see
   */
  INDArray matrix(INDArray inputs, int samples);

  /**
   * Returns the representation of a weighted layer.
   *
   * @throws IllegalArgumentException if there is none for that kind of layer
   */
  static Representation of(Layer layer) {
    if (layer instanceof Layer.Linear) {
      return new LinearRepresentation();
    } else if (layer instanceof Layer.Convolution convolution) {
      return new ConvolutionRepresentation(convolution.window());
    }
    throw new IllegalArgumentException(
        "no representation is known of the inputs of a layer of kind '%s'"
            .formatted(layer.getClass().getSimpleName()));
  }
}
