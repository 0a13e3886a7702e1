package io.clmaven.runtime.engine.onednn;

import java.util.Arrays;

/**
 * Mean and biased variance of each channel of a batch. oneDNN's own sum a channel up in float32,
 * value by value: behind a ReLU their variance of 64 maps of 32 x 32 is off by 4e-4, which is
 * enough to turn other ReLUs over. Here few values meet in float32, their sums in double, and all
 * of it relative to a value near the mean.
 */
final class BatchMoments {

  private static final int WIDTH = 2048;
  private static final int BLOCK = 2; // lines that are added at once; the JIT vectorises no more
  private static final int BLOCKS = 32; // whose values meet in float32

  private final int channels;
  private final int width; // values of a line: whole pixels
  private final float[][] lines; // [BLOCK, width]
  private final float[] pivot; // [width], a value near the mean of its channel
  private final float[] sums; // [width], of differences from the pivot
  private final float[] squares; // [width]
  private final double[] total; // [C]
  private final double[] totalSquares; // [C]
  private final float[] result; // [C]

  BatchMoments(int channels) {
    this.channels = channels;
    this.width = channels * Math.max(1, WIDTH / channels);
    this.lines = new float[BLOCK][width];
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
    choosePivot(values, Math.min(width, length));
    int blocks = 0;
    for (int from = 0; from < length; from += BLOCK * width) {
      pull(values, from, length);
      addBlock();
      if (++blocks % BLOCKS == 0) {
        addSums();
      }
    }
    addSums();
    finish(pixels, mean, variance);
  }

  /** The mean of the first line is near enough. */
  private void choosePivot(Matrix values, int count) {
    float[] first = lines[0];
    values.pull(first, 0, count);
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      for (int i = c; i < count; i += channels) {
        sum += first[i];
      }
      float near = (float) (sum * channels / count);
      for (int i = c; i < width; i += channels) {
        pivot[i] = near;
      }
    }
  }

  /** Brings the next lines; behind the last value they hold the pivot, which adds nothing. */
  private void pull(Matrix values, int from, int length) {
    for (int i = 0; i < BLOCK; i++) {
      int start = from + i * width;
      int count = Math.max(0, Math.min(width, length - start));
      if (count > 0) {
        values.pull(lines[i], start, count);
      }
      System.arraycopy(pivot, count, lines[i], count, width - count);
    }
  }

  /** One index for all arrays: with a second one the JIT must fear that they overlap. */
  private void addBlock() {
    float[] x = lines[0];
    float[] y = lines[1];
    float[] p = pivot;
    float[] s = sums;
    float[] q = squares;
    for (int i = 0; i < width; i++) {
      float d = x[i] - p[i];
      float e = y[i] - p[i];
      s[i] += d + e;
      q[i] += d * d + e * e;
    }
  }

  private void addSums() {
    for (int i = 0; i < width; i += channels) {
      for (int c = 0; c < channels; c++) {
        total[c] += sums[i + c];
        totalSquares[c] += squares[i + c];
      }
    }
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
  }

  private void finish(int pixels, Matrix mean, Matrix variance) {
    for (int c = 0; c < channels; c++) {
      total[c] /= pixels;
      result[c] = (float) (pivot[c] + total[c]);
    }
    mean.pushRows(result, 1);
    for (int c = 0; c < channels; c++) {
      result[c] = (float) Math.max(totalSquares[c] / pixels - total[c] * total[c], 0);
    }
    variance.pushRows(result, 1);
  }
}
