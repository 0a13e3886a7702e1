package io.clmaven.runtime.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a window sees of an image [C, H, W] at each of its places (im2col): a convolution is the
 * product of these rows with its weights [out, C * kh * kw]. The padding is zeros.
 */
public final class Patches {

  private final Window window;
  private final int channels;
  private final Extent image;
  private final Extent places;
  private final int columns; // C * kh * kw
  private final float[] images; // [N, C, H, W]
  private final float[] patches; // [N * places, columns]

  private Patches(INDArray images, Window window) {
    List<Integer> shape = List.of((int) images.size(1), (int) images.size(2), (int) images.size(3));
    this.window = window;
    this.channels = shape.get(0);
    this.image = new Extent(shape.get(1), shape.get(2));
    this.places = window.places(shape);
    this.columns = channels * window.kernel().rows() * window.kernel().columns();
    this.images = images.dup('c').data().asFloat();
    int rows = (int) images.size(0) * places.rows() * places.columns();
    this.patches = new float[Math.multiplyExact(rows, columns)];
  }

  /**
   * Collects the patches of images.
   *
   * @param images [N, C, H, W] float32
   * @return [N * places, C * kh * kw] float32; rows: sample, place from top to bottom, place from
   *     left to right; columns: channel, kernel row, kernel column
   */
  public static INDArray of(INDArray images, Window window) {
    Patches patches = new Patches(images, window);
    patches.collect();
    float[] rows = patches.patches;
    return Nd4j.createFromArray(rows).reshape('c', rows.length / patches.columns, patches.columns);
  }

  private void collect() {
    int size = channels * image.rows() * image.columns();
    int to = 0;
    for (int sample = 0; sample < images.length; sample += size) {
      for (int i = 0; i < places.rows(); i++) {
        for (int j = 0; j < places.columns(); j++) {
          patch(sample, i * window.stride().rows(), j * window.stride().columns(), to);
          to += columns;
        }
      }
    }
  }

  /** Copies one patch, whose corner is given in the padded image. */
  private void patch(int sample, int top, int left, int to) {
    int kernel = window.kernel().columns();
    int x = left - window.padding().columns();
    int skipped = Math.max(-x, 0);
    int count = Math.min(x + kernel, image.columns()) - Math.max(x, 0);
    int row = to;
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < window.kernel().rows(); i++) {
        int y = top - window.padding().rows() + i;
        if (y >= 0 && y < image.rows() && count > 0) {
          int line = sample + (channel * image.rows() + y) * image.columns();
          System.arraycopy(images, line + x + skipped, patches, row + skipped, count);
        }
        row += kernel;
      }
    }
  }
}
