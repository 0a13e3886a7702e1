package io.clmaven.runtime.benchmark;

import java.util.List;

/**
 * Pixels as floats: (x / 255 - mean) / deviation of their channel, in float32 step by step as
 * PyTorch computes it. Only 256 values occur per channel, so they are looked up.
 */
final class Normalisation implements Inputs {

  private static final int LEVELS = 256;

  private final float[][] levels; // [C][256]
  private final int channelPixels; // H x W

  /**
   * Computes the tables.
   *
   * @param shape [C, H, W]
   * @param moments one value each, or one per channel
   */
  Normalisation(List<Integer> shape, PixelMoments moments) {
    int channels = shape.get(0);
    channelPixels = shape.get(1) * shape.get(2);
    levels = new float[channels][LEVELS];
    for (int c = 0; c < channels; c++) {
      float m = ofChannel("mean", moments.mean(), c, channels);
      float d = ofChannel("deviation", moments.deviation(), c, channels);
      for (int x = 0; x < LEVELS; x++) {
        levels[c][x] = (x / 255f - m) / d;
      }
    }
  }

  private static float ofChannel(String setting, List<Double> values, int channel, int channels) {
    if (values.size() != 1 && values.size() != channels) {
      throw BenchmarkMessages.wrongChannels(setting, values.size(), channels);
    }
    return values.get(values.size() == 1 ? 0 : channel).floatValue();
  }

  /** Returns what a black pixel becomes in every channel. */
  float[] black() {
    float[] black = new float[levels.length];
    for (int c = 0; c < black.length; c++) {
      black[c] = levels[c][0];
    }
    return black;
  }

  @Override
  public void fill(byte[] image, float[] target, int offset) {
    for (int c = 0; c < levels.length; c++) {
      float[] table = levels[c];
      int first = c * channelPixels;
      for (int i = first; i < first + channelPixels; i++) {
        target[offset + i] = table[image[i] & 0xFF];
      }
    }
  }
}
