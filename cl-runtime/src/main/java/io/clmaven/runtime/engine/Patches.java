package io.clmaven.runtime.engine;

import java.util.Arrays;
import java.util.List;

/**
 * What a window sees of an image [C, H, W] at each of its places (im2col): a convolution is the
 * product of these rows with its weights [out, C * kh * kw]. The padding is zeros.
 */
public final class Patches {

  private final Window window;
  private final int channels;
  private final Extent image;
  private final Extent places;
  private final float[] values; // [rows, columns]

  /**
   * Makes room for the patches of one image.
   *
   * @param shape [C, H, W]
   */
  public Patches(List<Integer> shape, Window window) {
    this.window = window;
    this.channels = shape.get(0);
    this.image = new Extent(shape.get(1), shape.get(2));
    this.places = window.places(shape);
    this.values = new float[Math.multiplyExact(rows(), columns())];
  }

  /** Returns the number of places. */
  public int rows() {
    return places.rows() * places.columns();
  }

  /** Returns the length C * kh * kw of a patch. */
  public int columns() {
    return channels * window.kernel().rows() * window.kernel().columns();
  }

  /**
   * Collects the patches of an image.
   *
   * @param pixels [C, H, W]
   * @return [rows, columns], until the next call; rows: place from top to bottom, place from left
   *     to right; columns: channel, kernel row, kernel column
   */
  public float[] of(float[] pixels) {
    Arrays.fill(values, 0);
    int to = 0;
    for (int i = 0; i < places.rows(); i++) {
      for (int j = 0; j < places.columns(); j++) {
        patch(pixels, i * window.stride().rows(), j * window.stride().columns(), to);
        to += columns();
      }
    }
    return values;
  }

  /** Copies one patch, whose corner is given in the padded image. */
  private void patch(float[] pixels, int top, int left, int to) {
    int kernel = window.kernel().columns();
    int x = left - window.padding().columns();
    int skipped = Math.max(-x, 0);
    int count = Math.min(x + kernel, image.columns()) - Math.max(x, 0);
    int row = to;
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < window.kernel().rows(); i++) {
        int y = top - window.padding().rows() + i;
        if (y >= 0 && y < image.rows() && count > 0) {
          int line = (channel * image.rows() + y) * image.columns();
          System.arraycopy(pixels, line + x + skipped, values, row + skipped, count);
        }
        row += kernel;
      }
    }
  }
}
