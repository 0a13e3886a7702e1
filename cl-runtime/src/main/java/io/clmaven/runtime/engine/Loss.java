package io.clmaven.runtime.engine;

/** A loss over the logits of a batch, computed on the heap: logits are small. */
public interface Loss {

  /**
   * Computes the mean loss and its gradient.
   *
   * @param logits [N, outputs] row-major
   * @param outputs number of columns of {@code logits}
   * @param batch labels and the range of outputs that take part
   * @param gradient receives the gradient of the mean loss, [N, outputs]; all of it is written
   * @return the mean loss
   */
  double gradient(float[] logits, int outputs, Batch batch, float[] gradient);
}
