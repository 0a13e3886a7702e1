package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Mode;

/** max(x, 0). */
final class ReluStage extends Elementwise {

  private float[] slopes = {}; // 1 where x > 0, else 0

  ReluStage(int columns) {
    super(columns);
  }

  @Override
  public Matrix forward(Matrix input, int rows, Mode mode) {
    float[] x = pull(input, rows);
    int length = rows * input.columns();
    if (mode == Mode.TRAIN) {
      keepSlopes(x, length);
    }
    for (int i = 0; i < length; i++) {
      x[i] = Math.max(x[i], 0f);
    }
    return output(x, rows);
  }

  private void keepSlopes(float[] x, int length) {
    if (slopes.length < length) {
      slopes = new float[length];
    }
    float[] s = slopes;
    for (int i = 0; i < length; i++) {
      s[i] = x[i] > 0f ? 1f : 0f;
    }
  }

  @Override
  public Matrix backward(Matrix gradient, int rows) {
    float[] d = pull(gradient, rows);
    float[] s = slopes;
    int length = rows * gradient.columns();
    for (int i = 0; i < length; i++) {
      d[i] *= s[i];
    }
    return inputGradient(d, rows);
  }
}
