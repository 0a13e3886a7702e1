package io.clmaven.runtime.method.subspace;

import io.clmaven.runtime.engine.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How the recorded input of a layer becomes its representation matrix. */
public interface Representation {

  /**
   * Returns the vectors that the weights of a layer see.
   *
   * @param inputs what went into the layer, [N, ...input shape]
   * @param samples how many of the N samples to use: the first ones, or all if there are fewer
   */
  InputVectors vectors(INDArray inputs, int samples);

  /** Makes the representation matrix of a layer, with one column for each of its vectors. */
  default RepresentationMatrix matrix(INDArray inputs, int samples) {
    return RepresentationMatrix.of(vectors(inputs, samples));
  }

  /**
   * Returns the representation of a weighted layer.
   *
   * @throws IllegalArgumentException if there is none for that kind of layer
   */
  static Representation of(Layer layer) {
    if (layer instanceof Layer.Linear) {
      return RowVectors::new;
    } else if (layer instanceof Layer.Convolution convolution) {
      return (inputs, samples) -> new PatchVectors(inputs, samples, convolution.window());
    }
    throw new IllegalArgumentException(
        "no representation is known of the inputs of a layer of kind '%s'"
            .formatted(layer.getClass().getSimpleName()));
  }
}
