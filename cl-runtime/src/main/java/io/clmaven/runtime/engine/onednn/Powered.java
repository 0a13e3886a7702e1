package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.Power;

/** Squares or absolute values of a matrix, in memory of their own. */
final class Powered implements AutoCloseable {

  private final HeapLoop loop = new HeapLoop(1);
  private final Matrix result;

  Powered(int columns) {
    this.result = Matrix.empty(columns);
  }

  Matrix of(Power power, Matrix x, int rows) {
    result.reserve(rows);
    HeapLoop.Body body = power == Power.SQUARE ? Powered::square : Powered::absolute;
    loop.run(body, rows * result.columns(), result, x);
    return result;
  }

  private static void square(float[][] v, int length) {
    float[] x = v[0];
    for (int i = 0; i < length; i++) {
      x[i] *= x[i];
    }
  }

  private static void absolute(float[][] v, int length) {
    float[] x = v[0];
    for (int i = 0; i < length; i++) {
      x[i] = Math.abs(x[i]);
    }
  }

  @Override
  public void close() {
    result.close();
  }
}
