package io.clmaven.runtime.engine.onednn;

/** max(x, 0), written without branches, so that the loops are vectorised. */
final class ReluLoops implements Activation {

  /** Its square lifts the smallest positive float above 1. */
  private static final float HUGE = 1e38f;

  private final HeapLoop loop = new HeapLoop(2);
  private final Matrix[] input = new Matrix[1]; // kept: operands given one by one cost an array
  private final Matrix[] gradientAndOutput = new Matrix[2];

  @Override
  public void apply(int rows, Matrix x, Matrix y) {
    input[0] = x;
    loop.run(ReluLoops::forward, rows * x.columns(), y, input);
  }

  @Override
  public void timesSlope(int rows, Matrix y, Matrix d, Matrix result) {
    gradientAndOutput[0] = d;
    gradientAndOutput[1] = y;
    loop.run(ReluLoops::backward, rows * y.columns(), result, gradientAndOutput);
  }

  private static void forward(float[][] v, int length) {
    float[] x = v[0];
    for (int i = 0; i < length; i++) {
      x[i] = Math.max(x[i], 0f);
    }
  }

  private static void backward(float[][] v, int length) {
    float[] d = v[0];
    float[] y = v[1];
    for (int i = 0; i < length; i++) {
      d[i] *= Math.min(y[i] * HUGE * HUGE, 1f); // 0 where y = 0, else 1
    }
  }
}
