package io.clmaven.runtime.benchmark;

import java.util.List;

/**
 * Inputs of images turned counter-clockwise about their centre, black outside the image. They are
 * interpolated between the four nearest pixels and rounded to whole grey levels, as PIL rotates an
 * image with the bilinear filter, up to one grey level; or they take the nearest pixel.
 */
final class RotatedInputs implements Inputs {

  private static final int TAPS = 4;
  private static final int ONE = 1 << 14; // weights are fixed-point numbers
  private static final int HALF = ONE / 2;

  /** Which pixels a turned pixel is made of. */
  enum Interpolation {
    /** The four nearest ones. */
    BILINEAR,
    /** The nearest one. */
    NEAREST
  }

  /**
   * A rotation.
   *
   * @param degrees counter-clockwise
   */
  record Turn(double degrees, Interpolation interpolation) {

    /** Returns a coordinate of the source as it is used. */
    private double position(double source) {
      return interpolation == Interpolation.NEAREST ? Math.floor(source + 0.5) : source;
    }
  }

  private final Inputs upright;
  private final int height;
  private final int width;
  private final int[] taps; // [H x W][4]
  private final int[] weights; // [H x W][4], 0 outside the image
  private final byte[] turned;

  /**
   * Prepares the rotation.
   *
   * @param upright what follows the rotation
   * @param shape [C, H, W]
   * @param turn how to turn
   */
  RotatedInputs(Inputs upright, List<Integer> shape, Turn turn) {
    this.upright = upright;
    height = shape.get(1);
    width = shape.get(2);
    taps = new int[height * width * TAPS];
    weights = new int[taps.length];
    turned = new byte[shape.get(0) * height * width];
    double sine = Math.sin(Math.toRadians(turn.degrees()));
    double cosine = Math.cos(Math.toRadians(turn.degrees()));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = x - (width - 1) / 2.0;
        double dy = y - (height - 1) / 2.0;
        prepare(
            y * width + x,
            turn.position(cosine * dx - sine * dy + (width - 1) / 2.0),
            turn.position(sine * dx + cosine * dy + (height - 1) / 2.0));
      }
    }
  }

  private void prepare(int pixel, double sourceX, double sourceY) {
    int left = (int) Math.floor(sourceX);
    int top = (int) Math.floor(sourceY);
    int right = (int) Math.round((sourceX - left) * ONE);
    int bottom = (int) Math.round((sourceY - top) * ONE);
    tap(pixel * TAPS, top, left, (int) ((long) (ONE - bottom) * (ONE - right) / ONE));
    tap(pixel * TAPS + 1, top, left + 1, (int) ((long) (ONE - bottom) * right / ONE));
    tap(pixel * TAPS + 2, top + 1, left, (int) ((long) bottom * (ONE - right) / ONE));
    tap(pixel * TAPS + 3, top + 1, left + 1, (int) ((long) bottom * right / ONE));
  }

  private void tap(int position, int y, int x, int weight) {
    boolean inside = y >= 0 && y < height && x >= 0 && x < width;
    taps[position] = inside ? y * width + x : 0;
    weights[position] = inside ? weight : 0;
  }

  @Override
  public void fill(byte[] image, float[] target, int offset) {
    int pixels = height * width;
    for (int channel = 0; channel < image.length; channel += pixels) {
      for (int p = 0; p < pixels; p++) {
        int t = p * TAPS;
        int sum =
            weights[t] * (image[channel + taps[t]] & 0xFF)
                + weights[t + 1] * (image[channel + taps[t + 1]] & 0xFF)
                + weights[t + 2] * (image[channel + taps[t + 2]] & 0xFF)
                + weights[t + 3] * (image[channel + taps[t + 3]] & 0xFF);
        turned[channel + p] = (byte) ((sum + HALF) / ONE);
      }
    }
    upright.fill(turned, target, offset);
  }
}
