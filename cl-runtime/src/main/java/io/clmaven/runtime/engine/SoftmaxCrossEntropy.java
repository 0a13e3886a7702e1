package io.clmaven.runtime.engine;

import java.util.Arrays;

/**
 * Mean softmax cross entropy over the outputs of the batch's range; other outputs get zero. With p
 * the probabilities and y the one-hot label of a sample, its logits have the gradient (p - y) / N
 * and the Hessian (diag(p) - p p^T) / N.
 */
public final class SoftmaxCrossEntropy implements Loss {

  @Override
  public double gradient(float[] logits, int outputs, Batch batch, float[] gradient) {
    int samples = batch.size();
    Softmax softmax = softmax(outputs, batch, gradient);
    OutputRange range = batch.outputs();
    double total = 0;
    for (int sample = 0; sample < samples; sample++) {
      int row = sample * outputs;
      softmax.run(logits, row + range.from(), row + range.to(), gradient);
      int label = row + range.from() + batch.labels()[sample];
      total += softmax.loss(logits[label]);
      gradient[label] -= 1f / samples;
    }
    return total / samples;
  }

  @Override
  public void hessianVectorProduct(
      float[] logits, int outputs, Batch batch, float[] tangent, float[] product) {
    int samples = batch.size();
    Softmax softmax = softmax(outputs, batch, product);
    for (int sample = 0; sample < samples; sample++) {
      int from = sample * outputs + batch.outputs().from();
      int to = from + batch.outputs().size();
      softmax.run(logits, from, to, product);
      double mean = 0; // p . tangent
      for (int j = from; j < to; j++) {
        mean += (double) samples * product[j] * tangent[j];
      }
      for (int j = from; j < to; j++) {
        product[j] = (float) (product[j] * (tangent[j] - mean));
      }
    }
  }

  @Override
  public void curvature(float[] logits, int outputs, Batch batch, float[] curvature) {
    int samples = batch.size();
    Softmax softmax = softmax(outputs, batch, curvature);
    for (int sample = 0; sample < samples; sample++) {
      int from = sample * outputs + batch.outputs().from();
      int to = from + batch.outputs().size();
      softmax.run(logits, from, to, curvature);
      for (int j = from; j < to; j++) {
        curvature[j] *= 1 - samples * curvature[j];
      }
    }
  }

  /** Makes a softmax whose probabilities p are divided by N, with zeros for other outputs. */
  private static Softmax softmax(int outputs, Batch batch, float[] target) {
    if (batch.outputs().size() < outputs) {
      Arrays.fill(target, 0, batch.size() * outputs, 0f);
    }
    return new Softmax(1.0 / batch.size());
  }
}
