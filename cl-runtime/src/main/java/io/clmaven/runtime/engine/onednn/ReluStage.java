package io.clmaven.runtime.engine.onednn;

/** max(x, 0), written without branches, so that the loops are vectorised. */
final class ReluStage extends Elementwise {

  /** Its square lifts the smallest positive float above 1. */
  private static final float HUGE = 1e38f;

  private final HeapCopy activation = new HeapCopy();
  private final HeapCopy gradient = new HeapCopy();

  ReluStage(int columns) {
    super(columns);
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    Matrix input = inputs[0];
    int rows = pass.rows();
    float[] a = activation.pull(input, rows);
    int length = rows * input.columns();
    for (int i = 0; i < length; i++) {
      a[i] = Math.max(a[i], 0f);
    }
    return output(a, rows);
  }

  @Override
  public Matrix inputGradient(int input, Matrix outputGradient, Pass pass) {
    int rows = pass.rows();
    float[] d = gradient.pull(outputGradient, rows);
    float[] a = activation.values();
    int length = rows * outputGradient.columns();
    for (int i = 0; i < length; i++) {
      d[i] *= Math.min(a[i] * HUGE * HUGE, 1f); // 0 where a = 0, else 1
    }
    return inputGradient(d, rows);
  }
}
