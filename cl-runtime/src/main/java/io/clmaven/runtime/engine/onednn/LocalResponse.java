package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer;

/**
 * What local response normalisation divides by: d_c = k + a * sum of x_c'^2 over the window of
 * channel c, with a = alpha / size; f_c = d_c^-beta and q_c = f_c / d_c. It works on blocks of
 * whole pixels and keeps a root of d for the way back.
 */
final class LocalResponse {

  /** A block, its sums and its masks fit into the first level of the cache. */
  private static final int BLOCK = 1024;

  private final float share; // a
  private final float k;
  private final int block;
  private final NegativePower power;
  private final ChannelWindow window;
  private final ChannelWindow seenFrom;
  private final float[] squares;
  private final float[] root;
  private final float[] factor; // f
  private final float[] quotient; // q
  private float[] kept = {}; // roots of the last pass

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
    this.root = new float[block];
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

  /** Starts a pass of so many values. */
  void begin(int values) {
    if (kept.length < values) {
      kept = new float[values];
    }
  }

  /**
   * Computes f and q of a block.
   *
   * @param x its values
   * @param at place of the block among the values of the pass
   */
  void see(float[] x, int at, int count) {
    multiply(x, x, squares, count);
    window.sum(squares, root, count);
    for (int i = 0; i < count; i++) {
      root[i] = k + share * root[i];
    }
    power.root(root, count);
    System.arraycopy(root, 0, kept, at, count);
    power.powers(root, factor, quotient, count);
  }

  /** Computes f and q of a block of the last pass once more. */
  void recall(int at, int count) {
    System.arraycopy(kept, at, root, 0, count);
    power.powers(root, factor, quotient, count);
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
