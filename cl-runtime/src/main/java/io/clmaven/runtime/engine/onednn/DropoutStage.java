package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.random.RandomStream;

/**
 * Element-wise dropout. A mask takes 32 random bits per element, in row-major order, two elements
 * from one draw.
 */
final class DropoutStage extends Elementwise {

  private static final double TWO_POWER_32 = 0x1p32;

  private final long threshold;
  private final float scale;
  private final RandomStream random;
  private final HeapCopy copy = new HeapCopy();
  private float[] mask = {};

  DropoutStage(int columns, double probability, RandomStream random) {
    super(columns);
    this.threshold = Math.round(probability * TWO_POWER_32);
    this.scale = (float) (1 / (1 - probability));
    this.random = random;
  }

  @Override
  public Matrix forward(Matrix input, int rows, Mode mode) {
    if (mode == Mode.EVALUATE || threshold == 0) {
      return input;
    }
    drawMask(rows * input.columns());
    return output(masked(input, rows), rows);
  }

  @Override
  public Matrix backward(Matrix gradient, int rows) {
    return threshold == 0 ? gradient : inputGradient(masked(gradient, rows), rows);
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

  private void drawMask(int length) {
    if (mask.length < length + 1) {
      mask = new float[length + 1];
    }
    for (int i = 0; i < length; i += 2) {
      long bits = random.nextLong();
      mask[i] = (bits >>> 32) < threshold ? 0f : scale;
      mask[i + 1] = (bits & 0xFFFFFFFFL) < threshold ? 0f : scale;
    }
  }
}
