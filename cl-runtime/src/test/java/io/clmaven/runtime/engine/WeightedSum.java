package io.clmaven.runtime.engine;

/**
 * The sum of all outputs, each times a given number.
 *
 * @param weights [N, outputs]
 */
public record WeightedSum(float[] weights) implements Loss {

  @Override
  public double gradient(float[] logits, int outputs, Batch batch, float[] gradient) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += logits[i] * (double) weights[i];
      gradient[i] = weights[i];
    }
    return sum;
  }
}
