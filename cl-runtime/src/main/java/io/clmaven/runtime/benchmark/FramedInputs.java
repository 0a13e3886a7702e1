package io.clmaven.runtime.benchmark;

import java.util.List;

/**
 * Inputs of one common shape: a smaller image lies in the middle of a black frame, one channel is
 * repeated on all, and what comes out is handed on as the image.
 */
final class FramedInputs implements Inputs {

  private final List<Integer> from; // [C, H, W] of the image
  private final List<Integer> to; // [C', H', W'] of the input
  private final Inputs framed;
  private final byte[] frame;

  /**
   * Makes inputs.
   *
   * @param from shape of the image: as many channels as {@code to} or one, not higher or wider
   * @param to shape of an input
   * @param framed makes inputs of framed images
   */
  FramedInputs(List<Integer> from, List<Integer> to, Inputs framed) {
    this.from = from;
    this.to = to;
    this.framed = framed;
    this.frame = new byte[to.stream().reduce(1, Math::multiplyExact)];
  }

  @Override
  public void fill(byte[] image, float[] target, int offset) {
    int height = from.get(1);
    int width = from.get(2);
    int top = (to.get(1) - height) / 2;
    int left = (to.get(2) - width) / 2;
    for (int c = 0; c < to.get(0); c++) {
      int plane = (from.get(0) == 1 ? 0 : c) * height;
      for (int y = 0; y < height; y++) {
        int row = (c * to.get(1) + top + y) * to.get(2) + left;
        System.arraycopy(image, (plane + y) * width, frame, row, width);
      }
    }
    framed.fill(frame, target, offset);
  }
}
