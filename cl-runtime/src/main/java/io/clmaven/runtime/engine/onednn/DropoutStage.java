package io.clmaven.runtime.engine.onednn;

/**
 * Element-wise dropout. Which elements fall follows from the seed of the pass and the place of the
 * element alone, counted in the order of the memory (images: sample, row, column, channel), by
 * SplitMix64 with the place as its counter: 32 bits per element, two elements from one number. A
 * pass can therefore be repeated without keeping its masks.
 */
final class DropoutStage extends Elementwise {

  private static final double TWO_POWER_32 = 0x1p32;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long threshold;
  private final float scale;
  private final long number;
  private final HeapCopy copy = new HeapCopy();
  private float[] mask = {};
  private boolean drawn;

  /**
   * Makes the stage.
   *
   * @param number its number among the dropout layers of the network
   */
  DropoutStage(int columns, double probability, int number) {
    super(columns);
    this.threshold = Math.round(probability * TWO_POWER_32);
    this.scale = (float) (1 / (1 - probability));
    this.number = number;
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    drawn = pass.training() && threshold > 0;
    if (!drawn) {
      return inputs[0];
    }
    drawMask(pass.rows() * inputs[0].columns(), mix(pass.seed() + number));
    return output(masked(inputs[0], pass.rows()), pass.rows());
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    return drawn ? inputGradient(masked(gradient, pass.rows()), pass.rows()) : gradient;
  }

  private float[] masked(Matrix matrix, int rows) {
    float[] x = copy.pull(matrix, rows);
    float[] m = mask;
    int length = rows * matrix.columns();
    for (int i = 0; i < length; i++) {
      x[i] *= m[i];
    }
    return x;
  }

  private void drawMask(int length, long seed) {
    if (mask.length < length + 1) {
      mask = new float[length + 1];
    }
    long counter = seed;
    for (int i = 0; i < length; i += 2) {
      counter += GOLDEN;
      long bits = mix(counter);
      mask[i] = (bits >>> 32) < threshold ? 0f : scale;
      mask[i + 1] = (bits & 0xFFFFFFFFL) < threshold ? 0f : scale;
    }
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
