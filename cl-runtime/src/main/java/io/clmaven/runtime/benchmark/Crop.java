package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * A random crop of the size of the image from the image in a black frame, mirrored with probability
 * one half: torchvision's {@code RandomCrop(size, padding)} and {@code RandomHorizontalFlip()}.
 */
final class Crop {

  private final int height;
  private final int width;
  private final float[] black; // [C]
  private final Augmentation limits;

  /**
   * Makes crops.
   *
   * @param shape [C, H, W]
   * @param black value of black of every channel
   * @param limits what may happen
   */
  Crop(List<Integer> shape, float[] black, Augmentation limits) {
    this.height = shape.get(1);
    this.width = shape.get(2);
    this.black = black.clone();
    this.limits = limits;
  }

  /** Returns the number of values of an image. */
  int size() {
    return black.length * height * width;
  }

  /** Draws a place and whether to mirror, and takes the crop. */
  void draw(float[] image, float[] target, RandomStream random) {
    int padding = limits.padding();
    int top = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
    int left = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
    boolean mirrored = limits.flip() && random.nextInt(2) == 1;
    for (int c = 0; c < black.length; c++) {
      for (int y = 0; y < height; y++) {
        int row = (c * height + y) * width;
        Arrays.fill(target, row, row + width, black[c]);
        if (y + top >= 0 && y + top < height) {
          int first = Math.max(0, -left);
          int count = width - Math.abs(left);
          int from = row + top * width + first + left;
          System.arraycopy(image, from, target, row + first, count);
        }
        if (mirrored) {
          reverse(target, row);
        }
      }
    }
  }

  private void reverse(float[] values, int row) {
    for (int i = row, j = row + width - 1; i < j; i++, j--) {
      float swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }
}
