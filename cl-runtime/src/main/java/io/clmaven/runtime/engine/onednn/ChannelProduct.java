package io.clmaven.runtime.engine.onednn;

import java.util.Arrays;

/**
 * Products of images, channels last, with a factor per channel. The factors are repeated until they
 * fill a block, so that the loops are long enough to be vectorised. A group is a run of whole
 * pixels that share their factors: a sample, or a batch.
 */
final class ChannelProduct {

  private static final int BLOCK = 4096;

  private final int channels;
  private final int block; // whole pixels
  private final float[] repeated;
  private final float[] left;
  private final float[] right;
  private final HeapCopy factors = new HeapCopy();
  private final HeapCopy sums = new HeapCopy();

  ChannelProduct(int channels) {
    this.channels = channels;
    this.block = Math.max(1, BLOCK / channels) * channels;
    this.repeated = new float[block];
    this.left = new float[block];
    this.right = new float[block];
  }

  /**
   * Computes result = x * factor.
   *
   * @param factor [groups, channels]
   * @param group length of a group in {@code x}
   */
  void times(int groups, int group, Matrix x, Matrix factor, Matrix result) {
    float[] f = factors.pull(factor, groups);
    for (int g = 0; g < groups; g++) {
      repeat(f, g, Math.min(block, group));
      for (int from = 0; from < group; from += block) {
        int part = Math.min(block, group - from);
        x.pull(left, g * group + from, part);
        multiply(left, repeated, part);
        result.push(left, g * group + from, part);
      }
    }
  }

  /** Computes result = result + x * factor. */
  void addTimes(int groups, int group, Matrix x, Matrix factor, Matrix result) {
    float[] f = factors.pull(factor, groups);
    for (int g = 0; g < groups; g++) {
      repeat(f, g, Math.min(block, group));
      for (int from = 0; from < group; from += block) {
        int part = Math.min(block, group - from);
        x.pull(left, g * group + from, part);
        result.pull(right, g * group + from, part);
        addProduct(right, left, repeated, part);
        result.push(right, g * group + from, part);
      }
    }
  }

  /** Computes result [groups, channels] = sum of x * y over the pixels of each group. */
  void sum(int groups, int group, Matrix x, Matrix y, Matrix result) {
    Arrays.fill(sums.sized(groups * channels), 0f);
    add(groups, group, x, y, result);
  }

  /** Computes result = result + sum of x * y over the pixels of each group. */
  void addSum(int groups, int group, Matrix x, Matrix y, Matrix result) {
    sums.pull(result, groups);
    add(groups, group, x, y, result);
  }

  private void add(int groups, int group, Matrix x, Matrix y, Matrix result) {
    for (int g = 0; g < groups; g++) {
      int length = Math.min(block, group);
      Arrays.fill(repeated, 0, length, 0f);
      for (int from = 0; from < group; from += block) {
        int part = Math.min(block, group - from);
        x.pull(left, g * group + from, part);
        y.pull(right, g * group + from, part);
        addProduct(repeated, left, right, part);
      }
      fold(sums.values(), g * channels, length);
    }
    result.pushRows(sums.values(), groups);
  }

  private void repeat(float[] factors, int group, int length) {
    for (int i = 0; i < length; i += channels) {
      System.arraycopy(factors, group * channels, repeated, i, channels);
    }
  }

  private void fold(float[] sums, int at, int length) {
    for (int i = 0; i < length; i += channels) {
      for (int c = 0; c < channels; c++) {
        sums[at + c] += repeated[i + c];
      }
    }
  }

  private static void multiply(float[] x, float[] factor, int length) {
    for (int i = 0; i < length; i++) {
      x[i] *= factor[i];
    }
  }

  private static void addProduct(float[] sum, float[] a, float[] b, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += a[i] * b[i];
    }
  }
}
