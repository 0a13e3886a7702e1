package io.clmaven.runtime.benchmark;

import java.util.List;

/**
 * Inputs of one common shape: a smaller image is enlarged by bilinear interpolation, first its rows
 * and then its columns, each time rounded to grey levels, as PIL does it; one channel is repeated
 * on all, and what comes out is handed on as the image.
 */
final class EnlargedInputs implements Inputs {

  private final int channels; // of the image
  private final int height; // of the image
  private final int width; // of the image
  private final BilinearAxis down;
  private final BilinearAxis across;
  private final Inputs enlarged;
  private final byte[] widened; // [H, W']
  private final byte[] result; // [C', H', W']

  /**
   * Makes inputs.
   *
   * @param from shape of the image: as many channels as {@code to} or one, not higher or wider
   * @param to shape of an input
   * @param enlarged makes inputs of enlarged images
   */
  EnlargedInputs(List<Integer> from, List<Integer> to, Inputs enlarged) {
    this.channels = from.get(0);
    this.height = from.get(1);
    this.width = from.get(2);
    this.down = new BilinearAxis(height, to.get(1));
    this.across = new BilinearAxis(width, to.get(2));
    this.enlarged = enlarged;
    this.widened = new byte[height * across.size()];
    this.result = new byte[to.stream().reduce(1, Math::multiplyExact)];
  }

  @Override
  public void fill(byte[] image, float[] target, int offset) {
    int plane = down.size() * across.size();
    for (int c = 0; c < result.length / plane; c++) {
      if (c < channels) {
        enlarge(image, c * height * width, c * plane);
      } else {
        System.arraycopy(result, 0, result, c * plane, plane);
      }
    }
    enlarged.fill(result, target, offset);
  }

  private void enlarge(byte[] image, int from, int to) {
    int columns = across.size();
    for (int p = 0; p < widened.length; p++) {
      widened[p] = across.pixel(p % columns, image, from + p / columns * width, 1);
    }
    for (int p = 0; p < down.size() * columns; p++) {
      result[to + p] = down.pixel(p / columns, widened, p % columns, columns);
    }
  }
}
