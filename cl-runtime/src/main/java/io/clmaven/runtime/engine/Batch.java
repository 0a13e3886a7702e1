package io.clmaven.runtime.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A mini-batch, ready for a network: normalised, permuted, off-heap. The arrays may be refilled in
 * place between steps; a network reads them where they are, without a copy.
 *
 * @param inputs float32, [N, ...input shape], row-major
 * @param labels N labels, counted from {@code outputs.from()}
 * @param outputs the outputs that take part in loss and prediction
 */
public record Batch(INDArray inputs, int[] labels, OutputRange outputs) {

  public Batch {
    if (inputs.size(0) != labels.length) {
      throw new IllegalArgumentException(
          "%d inputs but %d labels".formatted(inputs.size(0), labels.length));
    }
  }

  /** Returns the number of samples N. */
  public int size() {
    return labels.length;
  }
}
