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
      byte[] square = shorten(narrow(planes[c], across), down, size);
      System.arraycopy(square, 0, result, c * square.length, square.length);
    }
    return result;
  }

  /** Brings the rows of a plane to size: [H x size]. */
  private float[] narrow(byte[] plane, Resampling across) {
    int size = across.size();
    float[] narrow = new float[height * size];
    for (int i = 0; i < narrow.length; i++) {
      float[] weights = across.weights(i % size);
      int first = i / size * width + across.first(i % size);
      for (int k = 0; k < weights.length; k++) {
        narrow[i] += weights[k] * (plane[first + k] & 0xFF);
      }
    }
    return narrow;
  }

  /** Brings the columns to size and rounds: [size x columns]. */
  private static byte[] shorten(float[] narrow, Resampling down, int columns) {
    byte[] plane = new byte[down.size() * columns];
    for (int i = 0; i < plane.length; i++) {
      float[] weights = down.weights(i / columns);
      int first = down.first(i / columns) * columns + i % columns;
      float sum = 0.5f;
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] * narrow[first + k * columns];
      }
      plane[i] = (byte) Math.min(255, (int) sum);
    }
    return plane;
  }
}
