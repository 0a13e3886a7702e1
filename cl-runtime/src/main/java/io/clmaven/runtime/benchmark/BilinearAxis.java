package io.clmaven.runtime.benchmark;

/**
 * One axis of an enlargement as PIL computes it with its bilinear filter: every new pixel is made
 * of at most two old ones, with weights in fixed point.
 */
final class BilinearAxis {

  private static final int BITS = 22;
  private static final int HALF = 1 << BITS - 1;

  private final int[] first;
  private final int[] second;
  private final int[] weight; // of the second one; both sum to 1 << BITS

  BilinearAxis(int source, int target) {
    first = new int[target];
    second = new int[target];
    weight = new int[target];
    for (int i = 0; i < target; i++) {
      double centre = (i + 0.5) * source / target - 0.5;
      int left = (int) Math.floor(centre);
      first[i] = Math.max(left, 0);
      second[i] = Math.min(left + 1, source - 1);
      weight[i] = (int) (0.5 + (centre - left) * (1 << BITS));
    }
  }

  /** Returns the number of new pixels. */
  int size() {
    return first.length;
  }

  /**
   * Returns a new pixel, rounded.
   *
   * @param plane unsigned bytes
   * @param offset of old pixel 0
   * @param stride from one old pixel to the next
   */
  byte pixel(int i, byte[] plane, int offset, int stride) {
    int a = plane[offset + first[i] * stride] & 0xFF;
    int b = plane[offset + second[i] * stride] & 0xFF;
    return (byte) ((a << BITS) + (b - a) * weight[i] + HALF >> BITS);
  }
}
