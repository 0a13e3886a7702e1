package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.FlatVector;
import java.util.Arrays;

/**
 * The gradient of the loss at perturbed weights by the soft weights. A perturbation w + s eta1
 * Pi(g) adds, for direction m of layer l, s eta1 * the sum over rows of [b_l M_l] * [g_l M_l] in
 * column m, with b the gradient by the perturbed weights.
 */
final class LambdaGradient {

  private final ProjectionMemory memory;
  private final float[][][] coordinates; // [K][layers][o * k]: g_l M_l
  private float[][] values = {}; // [layers][k]
  private boolean active;

  LambdaGradient(ProjectionMemory memory, int innerBatches) {
    this.memory = memory;
    this.coordinates = new float[innerBatches][0][];
  }

  /** Fits it to the bases as they are now. */
  void fit(int[] ranks) {
    values = new float[ranks.length][];
    for (int i = 0; i < ranks.length; i++) {
      values[i] = new float[ranks[i]];
    }
    Arrays.fill(coordinates, new float[0][]);
  }

  /** Starts at zero. */
  void begin() {
    active = true;
    clear();
  }

  /** Stays zero until the next {@link #begin}. */
  void skip() {
    active = false;
    clear();
  }

  private void clear() {
    for (float[] layer : values) {
      Arrays.fill(layer, 0f);
    }
  }

  /** Remembers the gradient g of the perturbation of an index. */
  void remember(int index, FlatVector gradient) {
    if (!active) {
      return;
    }
    if (coordinates[index].length != values.length) {
      coordinates[index] = new float[values.length][];
    }
    for (int i = 0; i < values.length; i++) {
      float[] present = memory.coordinates(i, gradient);
      if (coordinates[index][i] == null) {
        coordinates[index][i] = new float[present.length];
      }
      System.arraycopy(present, 0, coordinates[index][i], 0, present.length);
    }
  }

  /**
   * Adds what comes through the perturbation of an index.
   *
   * @param length s eta1
   * @param adjoint b, zero where the clamp was active
   */
  void add(int index, float length, FlatVector adjoint) {
    for (int i = 0; active && i < values.length; i++) {
      float[] b = memory.coordinates(i, adjoint);
      float[] g = coordinates[index][i];
      float[] sum = values[i];
      for (int row = 0; sum.length > 0 && row < b.length; row += sum.length) {
        for (int m = 0; m < sum.length; m++) {
          sum[m] += length * b[row + m] * g[row + m];
        }
      }
    }
  }

  /** Returns it [layers][k_l], to be changed. */
  float[][] values() {
    return values;
  }
}
