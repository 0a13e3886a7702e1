package io.clmaven.runtime.engine.onednn;

import java.util.Arrays;

/**
 * Sums over neighbouring channels, c - before to c + after; channels outside count as 0. Whole
 * blocks of pixels are added shifted by some channels, with what comes from another pixel
 * multiplied by 0: the loops are long and the JIT vectorises them.
 */
final class ChannelWindow {

  private final int before;
  private final int after;
  private final float[][] inside; // per shift: 1 where it stays in the pixel, else 0
  private final float[] shifted; // loops over arrays at different places are not vectorised

  /**
   * Makes a window.
   *
   * @param block how many values are summed at most, whole pixels
   */
  ChannelWindow(int channels, int before, int after, int block) {
    this.before = Math.min(before, channels - 1);
    this.after = Math.min(after, channels - 1);
    this.inside = new float[this.before + 1 + this.after][block];
    this.shifted = new float[block];
    for (int i = 0; i < inside.length; i++) {
      for (int j = 0; j < block; j++) {
        int channel = j % channels + i - this.before;
        inside[i][j] = channel >= 0 && channel < channels ? 1 : 0;
      }
    }
  }

  /** Sums the first values of an array of whole pixels. */
  void sum(float[] values, float[] sums, int count) {
    System.arraycopy(values, 0, sums, 0, count);
    for (int shift = 1; shift <= before; shift++) {
      int lost = Math.min(shift, count);
      Arrays.fill(shifted, 0, lost, 0f);
      System.arraycopy(values, 0, shifted, lost, count - lost);
      add(shifted, inside[before - shift], sums, count);
    }
    for (int shift = 1; shift <= after; shift++) {
      int lost = Math.min(shift, count);
      System.arraycopy(values, lost, shifted, 0, count - lost);
      Arrays.fill(shifted, count - lost, count, 0f);
      add(shifted, inside[before + shift], sums, count);
    }
  }

  private static void add(float[] values, float[] inside, float[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += values[i] * inside[i];
    }
  }
}
