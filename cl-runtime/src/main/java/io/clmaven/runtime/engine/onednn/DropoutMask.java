package io.clmaven.runtime.engine.onednn;

/**
 * The decisions of a dropout layer as factors: 0 or a scale. Which elements fall follows from the
 * {@link RandomBits} of the pass, 32 for each element, in the order of the memory (images: sample,
 * row, column, channel). A pass can therefore be repeated without keeping its masks; drawing them
 * again costs no more than reading them.
 */
final class DropoutMask {

  private static final int BLOCK = 4096; // even
  private static final double TWO_POWER_32 = 0x1p32;
  private static final long LOW = 0xFFFFFFFFL;

  private final long threshold;
  private final int scale; // bits of a float
  private final int number;
  private final float[] mask = new float[BLOCK];
  private final float[] values = new float[BLOCK];

  /**
   * Makes the masks of a layer.
   *
   * @param probability of an element to fall
   * @param scale factor of the others
   * @param number its number among the dropout layers of the network
   */
  DropoutMask(double probability, double scale, int number) {
    this.threshold = Math.round(probability * TWO_POWER_32);
    this.scale = Float.floatToRawIntBits((float) scale);
    this.number = number;
  }

  /** Computes the product of the mask of a pass and a matrix. */
  void times(Pass pass, Matrix x, Matrix result) {
    int length = pass.rows() * x.columns();
    for (int from = 0; from < length; from += BLOCK) {
      int part = Math.min(BLOCK, length - from);
      draw(pass, from, part);
      x.pull(values, from, part);
      for (int i = 0; i < part; i++) {
        values[i] *= mask[i];
      }
      result.push(values, from, part);
    }
  }

  /** Without branches: nobody can predict them. */
  private void draw(Pass pass, int from, int length) {
    RandomBits random = pass.bits();
    long seed = pass.seed();
    for (int i = 0; i < length; i += 2) {
      long bits = random.at(seed, number, (from + i) >>> 1);
      mask[i] = factor(bits >>> 32);
      mask[i + 1] = factor(bits & LOW);
    }
  }

  private float factor(long bits) {
    int fallen = (int) ((bits - threshold) >> 63); // all bits, or none
    return Float.intBitsToFloat(scale & ~fallen);
  }
}
