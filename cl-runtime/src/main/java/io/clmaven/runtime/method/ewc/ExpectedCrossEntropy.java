package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;

/**
 * Cross entropy whose gradient at each sample is multiplied by the square root of the probability
 * of its label: squared gradients, summed over all labels, are then the expected ones.
 */
final class ExpectedCrossEntropy implements Loss {

  private final Loss loss = new SoftmaxCrossEntropy();

  @Override
  public double gradient(float[] logits, int outputs, Batch batch, float[] gradient) {
    double value = loss.gradient(logits, outputs, batch, gradient);
    int samples = batch.size();
    for (int sample = 0; sample < samples; sample++) {
      int from = sample * outputs + batch.outputs().from();
      float probability = 1 + samples * gradient[from + batch.labels()[sample]]; // (p - 1) / N
      float root = (float) Math.sqrt(Math.max(0, probability));
      for (int j = from; j < from + batch.outputs().size(); j++) {
        gradient[j] *= root;
      }
    }
    return value;
  }
}
