package io.clmaven.runtime.engine.onednn;

import java.util.Arrays;

/**
 * Mean and biased variance of each channel of a batch. oneDNN's own sum a channel up in float32,
 * value by value: behind a ReLU their variance of 64 maps of 32 x 32 is off by 4e-4, which is
 * enough to turn other ReLUs over. Here few values meet in float32, their sums in double, and all
 * of it relative to a value near the mean.
 */
final class BatchMoments {

  private static final int WIDTH = 512;
  private static final int LINES = 16;

  private final int channels;
  private final int width; // values of a line: whole pixels
  private final float[] block;
  private final float[] pivot; // [width], a value near the mean of its channel
  private final float[] sums; // [width], of differences from the pivot
  private final float[] squares; // [width]
  private final double[] total; // [C]
  private final double[] totalSquares; // [C]
  private final float[] result; // [C]

  BatchMoments(int channels) {
    this.channels = channels;
    this.width = channels * Math.max(1, WIDTH / channels);
    this.block = new float[LINES * width];
    this.pivot = new float[width];
    this.sums = new float[width];
    this.squares = new float[width];
    this.total = new double[channels];
    this.totalSquares = new double[channels];
    this.result = new float[channels];
  }

  /**
   * Computes them.
   *
   * @param values [pixels, C] in memory order
   * @param mean receives [1, C]
   * @param variance receives [1, C]
   */
  void compute(Matrix values, int pixels, Matrix mean, Matrix variance) {
    int length = pixels * channels;
    Arrays.fill(total, 0);
    Arrays.fill(totalSquares, 0);
    for (int from = 0; from < length; from += block.length) {
      int count = Math.min(block.length, length - from);
      values.pull(block, from, count);
      if (from == 0) {
        choosePivot(count);
      }
      add(count);
    }
    finish(pixels, mean, variance);
  }

  /** The mean of the first line is near enough. */
  private void choosePivot(int count) {
    int first = Math.min(count, width);
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      for (int i = c; i < first; i += channels) {
        sum += block[i];
      }
      float near = (float) (sum * channels / first);
      for (int i = c; i < width; i += channels) {
        pivot[i] = near;
      }
    }
  }

  private void add(int count) {
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
    for (int from = 0; from < count; from += width) {
      addLine(from, Math.min(width, count - from));
    }
    for (int i = 0; i < width; i += channels) {
      for (int c = 0; c < channels; c++) {
        total[c] += sums[i + c];
        totalSquares[c] += squares[i + c];
      }
    }
  }

  private void addLine(int from, int length) {
    float[] x = block;
    float[] p = pivot;
    float[] s = sums;
    float[] q = squares;
    for (int i = 0; i < length; i++) {
      float d = x[from + i] - p[i];
      s[i] += d;
      q[i] += d * d;
    }
  }

  private void finish(int pixels, Matrix mean, Matrix variance) {
    for (int c = 0; c < channels; c++) {
      total[c] /= pixels;
      result[c] = (float) (pivot[c] + total[c]);
    }
    mean.push(result, 1);
    for (int c = 0; c < channels; c++) {
      result[c] = (float) Math.max(totalSquares[c] / pixels - total[c] * total[c], 0);
    }
    variance.push(result, 1);
  }
}
