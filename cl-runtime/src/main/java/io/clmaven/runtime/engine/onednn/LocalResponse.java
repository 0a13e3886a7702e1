package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer;

/**
 * What local response normalisation makes of a block of pixels: d_c = k + a * sum of x_c'^2 over
 * the window of channel c, with a = alpha / size, f_c = d_c^-beta and q_c = f_c / d_c.
 */
final class LocalResponse {

  /** A block, its sums and its masks fit into the first levels of the cache. */
  private static final int BLOCK = 2048;

  private final float share; // a
  private final float k;
  private final int block;
  private final NegativePower power;
  private final ChannelWindow window;
  private final ChannelWindow seenFrom;
  private final float[] squares;
  private final float[] base; // d
  private final float[] factor; // f
  private final float[] quotient; // q

  LocalResponse(Layer.LocalResponseNorm layer, int channels) {
    this.share = (float) (layer.alpha() / layer.size());
    this.k = (float) layer.k();
    this.power = NegativePower.with(layer.beta());
    this.block = Math.max(1, BLOCK / channels) * channels;
    int before = layer.size() / 2;
    int after = (layer.size() - 1) / 2;
    this.window = new ChannelWindow(channels, before, after, block);
    this.seenFrom = new ChannelWindow(channels, after, before, block);
    this.squares = new float[block];
    this.base = new float[block];
    this.factor = new float[block];
    this.quotient = new float[block];
  }

  /** Returns how many values a block has at most. */
  int block() {
    return block;
  }

  /** Returns a. */
  float share() {
    return share;
  }

  /** Computes d, f and q of the first values of a block. */
  void of(float[] x, int count) {
    multiply(x, x, squares, count);
    window.sum(squares, base, count);
    for (int i = 0; i < count; i++) {
      base[i] = k + share * base[i];
    }
    power.of(base, factor, quotient, count);
  }

  /** Returns d. */
  float[] base() {
    return base;
  }

  /** Returns f. */
  float[] factor() {
    return factor;
  }

  /** Returns q. */
  float[] quotient() {
    return quotient;
  }

  /** Returns the channels that a channel is normalised by. */
  ChannelWindow window() {
    return window;
  }

  /** Returns the channels that a channel helps to normalise. */
  ChannelWindow seenFrom() {
    return seenFrom;
  }

  static void multiply(float[] a, float[] b, float[] product, int count) {
    for (int i = 0; i < count; i++) {
      product[i] = a[i] * b[i];
    }
  }
}
