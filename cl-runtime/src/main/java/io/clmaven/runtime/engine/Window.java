package io.clmaven.runtime.engine;

import java.util.List;

/**
 * How a kernel slides over an image [C, H, W].
 *
 * @param kernel size of the kernel
 * @param stride its step
 * @param padding margin added on each side of the image
 */
public record Window(Extent kernel, Extent stride, Extent padding) {

  public Window {
    boolean real = kernel.rows() > 0 && kernel.columns() > 0;
    boolean moves = stride.rows() > 0 && stride.columns() > 0;
    if (!real || !moves || padding.rows() < 0 || padding.columns() < 0) {
      throw new IllegalArgumentException(
          "no window: kernel %s, stride %s, padding %s".formatted(kernel, stride, padding));
    }
  }

  /** Makes a square window. */
  public static Window square(int kernel, int stride, int padding) {
    return new Window(Extent.square(kernel), Extent.square(stride), Extent.square(padding));
  }

  /**
   * Returns at how many places the kernel fits; what is left over at the far edges is dropped.
   *
   * @param image [C, H, W]
   * @throws IllegalArgumentException if the kernel does not fit once
   */
  public Extent places(List<Integer> image) {
    if (image.size() != 3) {
      throw new IllegalArgumentException("it needs an image [C, H, W], found " + image);
    }
    int rows = image.get(1) + 2 * padding.rows() - kernel.rows();
    int columns = image.get(2) + 2 * padding.columns() - kernel.columns();
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(
          "its kernel %d x %d does not fit into %s"
              .formatted(kernel.rows(), kernel.columns(), image));
    }
    return new Extent(rows / stride.rows() + 1, columns / stride.columns() + 1);
  }
}
