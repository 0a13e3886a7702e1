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

  /**
   * Computes the product of the Hessian of the mean loss with respect to the logits and a vector.
   *
   * @param tangent the vector [N, outputs]
   * @param product receives it [N, outputs]; all of it is written
   */
  default void hessianVectorProduct(
      float[] logits, int outputs, Batch batch, float[] tangent, float[] product) {
    throw new UnsupportedModelException(
        "Cannot compute a Hessian-vector product: the loss '%s' has none."
            .formatted(getClass().getSimpleName()));
  }

  /**
   * Computes the diagonal of the Hessian of the mean loss with respect to the logits.
   *
   * @param curvature receives it [N, outputs]; all of it is written
   */
  default void curvature(float[] logits, int outputs, Batch batch, float[] curvature) {
    throw new UnsupportedModelException(
        "Cannot compute curvatures: the loss '%s' has none.".formatted(getClass().getSimpleName()));
  }
}
