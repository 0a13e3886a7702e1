package io.clmaven.runtime.engine;

import java.util.Arrays;

/** Mean softmax cross entropy over the outputs of the batch's range; other outputs get zero. */
public final class SoftmaxCrossEntropy implements Loss {

  @Override
  public double gradient(float[] logits, int outputs, Batch batch, float[] gradient) {
    int from = batch.outputs().from();
    int to = batch.outputs().to();
    int samples = batch.size();
    int[] labels = batch.labels();
    if (to - from < outputs) {
      Arrays.fill(gradient, 0, samples * outputs, 0f);
    }
    double total = 0;
    for (int sample = 0; sample < samples; sample++) {
      total += sample(logits, sample * outputs, from, to, from + labels[sample], samples, gradient);
    }
    return total / samples;
  }

  private static double sample(
      float[] logits, int row, int from, int to, int label, int samples, float[] gradient) {
    float max = Float.NEGATIVE_INFINITY;
    for (int j = from; j < to; j++) {
      max = Math.max(max, logits[row + j]);
    }
    double sum = 0;
    for (int j = from; j < to; j++) {
      double e = Math.exp(logits[row + j] - max);
      gradient[row + j] = (float) e;
      sum += e;
    }
    double scale = 1 / (sum * samples);
    for (int j = from; j < to; j++) {
      gradient[row + j] = (float) (gradient[row + j] * scale);
    }
    gradient[row + label] -= 1f / samples;
    return Math.log(sum) + max - logits[row + label];
  }
}
