package io.clmaven.runtime.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A mini-batch, ready for a network: normalised, permuted, off-heap. The arrays may be refilled in
 * place between steps; a network reads them where they are, without a copy.
 *
 * @param inputs float32, [N, ...input shape], row-major
 * @param labels N labels, counted from {@code outputs.from()}
 * @param outputs the outputs that take part in loss and prediction
 * @param origin where the inputs come from, if they come again every epoch: what an engine derives
 *     from them can then be derived once; {@link Origin#NONE} is always right
 */
public record Batch(INDArray inputs, int[] labels, OutputRange outputs, Origin origin) {

  /**
   * Rows of a set that a batch holds.
   *
   * @param rows the set
   * @param indices which rows, one per sample; may be refilled in place with the inputs
   */
  public record Origin(InputRows rows, int[] indices) {

    /** Inputs that may never come again. */
    public static final Origin NONE = new Origin(InputRows.NONE, new int[0]);
  }

  public Batch {
    if (inputs.size(0) != labels.length) {
      throw new IllegalArgumentException(
          "%d inputs but %d labels".formatted(inputs.size(0), labels.length));
    }
  }

  /** Makes a batch whose inputs may never come again. */
  public Batch(INDArray inputs, int[] labels, OutputRange outputs) {
    this(inputs, labels, outputs, Origin.NONE);
  }

  /** Returns the number of samples N. */
  public int size() {
    return labels.length;
  }
}
