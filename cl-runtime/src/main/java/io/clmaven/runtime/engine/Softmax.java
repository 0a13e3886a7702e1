package io.clmaven.runtime.engine;

/** The softmax of rows of logits, one after the other. */
final class Softmax {

  private final double total;
  private float max;
  private double sum;

  /**
   * Makes one.
   *
   * @param total what the probabilities of a row sum up to
   */
  Softmax(double total) {
    this.total = total;
  }

  /** Computes the probabilities of the logits from one element to another, to the same elements. */
  void run(float[] logits, int from, int to, float[] probabilities) {
    max = Float.NEGATIVE_INFINITY;
    for (int j = from; j < to; j++) {
      max = Math.max(max, logits[j]);
    }
    sum = 0;
    for (int j = from; j < to; j++) {
      double e = Math.exp(logits[j] - max);
      probabilities[j] = (float) e;
      sum += e;
    }
    double scale = total / sum;
    for (int j = from; j < to; j++) {
      probabilities[j] = (float) (probabilities[j] * scale);
    }
  }

  /** Returns - ln of the probability of a logit of the last row, as if the total were 1. */
  double loss(float logit) {
    return Math.log(sum) + ((double) max - logit); // masked logits are huge: they cancel first
  }
}
