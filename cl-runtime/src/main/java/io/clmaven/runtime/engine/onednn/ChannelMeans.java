package io.clmaven.runtime.engine.onednn;

import java.util.Arrays;

/** Means of values and of their products with others, over the positions of each channel. */
final class ChannelMeans {

  private final double[] plain; // [C]
  private final double[] product; // [C]
  private final float[] sums; // [C]

  ChannelMeans(int channels) {
    this.plain = new double[channels];
    this.product = new double[channels];
    this.sums = new float[channels];
  }

  /** Sets all means to zero. */
  void clear() {
    Arrays.fill(plain, 0);
    Arrays.fill(product, 0);
  }

  /**
   * Adds the means of values, and of the products of values and others.
   *
   * @param length how many values are in use, all channels together
   */
  void take(float[] values, float[] others, int length) {
    int channels = plain.length;
    double share = (double) channels / length;
    for (int i = 0; i < length; i += channels) {
      for (int c = 0; c < channels; c++) {
        plain[c] += share * values[i + c];
      }
    }
    addProducts(values, others, length);
  }

  /** Adds the means of products alone. */
  void addProducts(float[] values, float[] others, int length) {
    int channels = product.length;
    double share = (double) channels / length;
    for (int i = 0; i < length; i += channels) {
      for (int c = 0; c < channels; c++) {
        product[c] += share * values[i + c] * others[i + c];
      }
    }
  }

  double ofProduct(int channel) {
    return product[channel];
  }

  /** Returns value - mean of values - other * mean of products. */
  double centered(double value, double other, int channel) {
    return value - plain[channel] - other * product[channel];
  }

  /** Writes the sums that belong to the means. */
  void pushSums(Matrix products, Matrix values, int count) {
    push(product, products, count);
    push(plain, values, count);
  }

  private void push(double[] means, Matrix target, int count) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] = (float) (means[c] * count);
    }
    target.pushRows(sums, 1);
  }
}
