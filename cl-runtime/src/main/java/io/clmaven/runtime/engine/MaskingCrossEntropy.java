package io.clmaven.runtime.engine;

import java.util.Arrays;

/**
 * Mean softmax cross entropy in which each sample sees some of the outputs, its active ones: the
 * other logits are overwritten by a large negative value, and the gradient is taken as if they were
 * not.
 */
abstract sealed class MaskingCrossEntropy implements Loss
    permits MaskedCrossEntropy, ReplayCrossEntropy {

  private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
  private final float mask;
  private float[] masked = {};

  MaskingCrossEntropy(float mask) {
    this.mask = mask;
  }

  /** Returns the first active output of a label. */
  abstract int from(int label);

  /** Returns the output behind the last active one of a label; there may be fewer outputs. */
  abstract int to(int label);

  @Override
  public final double gradient(float[] logits, int outputs, Batch batch, float[] gradient) {
    return loss.gradient(mask(logits, outputs, batch), outputs, batch, gradient);
  }

  @Override
  public final void hessianVectorProduct(
      float[] logits, int outputs, Batch batch, float[] tangent, float[] product) {
    loss.hessianVectorProduct(mask(logits, outputs, batch), outputs, batch, tangent, product);
  }

  @Override
  public final void curvature(float[] logits, int outputs, Batch batch, float[] curvature) {
    loss.curvature(mask(logits, outputs, batch), outputs, batch, curvature);
  }

  private float[] mask(float[] logits, int outputs, Batch batch) {
    int length = batch.size() * outputs;
    if (masked.length < length) {
      masked = new float[length];
    }
    Arrays.fill(masked, 0, length, mask);
    for (int sample = 0; sample < batch.size(); sample++) {
      int label = batch.outputs().from() + batch.labels()[sample];
      int row = sample * outputs;
      int from = row + Math.min(from(label), outputs);
      int to = row + Math.min(to(label), outputs);
      System.arraycopy(logits, from, masked, from, to - from);
    }
    return masked;
  }
}
