package io.clmaven.runtime.data;

import io.clmaven.runtime.data.ImageFolder.Filter;

/**
 * An image of any size.
 *
 * @param height in pixels
 * @param width in pixels
 * @param planes unsigned bytes [C][H x W]
 */
record Planes(int height, int width, byte[][] planes) {

  /** Returns the image as a square, channel slowest: C x size x size bytes. */
  byte[] resized(int size, Filter filter) {
    Resampling down = Resampling.of(filter, height, size);
    Resampling across = Resampling.of(filter, width, size);
    byte[] result = new byte[planes.length * size * size];
    for (int c = 0; c < planes.length; c++) {
      resize(planes[c], down, across, result, c * size * size);
    }
    return result;
  }

  private void resize(byte[] plane, Resampling down, Resampling across, byte[] target, int offset) {
    int size = across.size();
    float[] narrow = new float[height * size];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < size; x++) {
        float[] weights = across.weights(x);
        int first = y * width + across.first(x);
        float sum = 0;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * (plane[first + k] & 0xFF);
        }
        narrow[y * size + x] = sum;
      }
    }
    for (int y = 0; y < size; y++) {
      float[] weights = down.weights(y);
      for (int x = 0; x < size; x++) {
        float sum = 0.5f;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * narrow[(down.first(y) + k) * size + x];
        }
        target[offset + y * size + x] = (byte) Math.min(255, (int) sum);
      }
    }
  }
}
