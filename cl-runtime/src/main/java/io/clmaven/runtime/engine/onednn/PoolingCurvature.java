package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;

/**
 * Pooling as the official HesScale goes through it. Max-pooling hands the curvature to the winner.
 * Average-pooling spreads it by 1 / size as if it were a gradient, where the second derivative has
 * 1 / size squared: a known inaccuracy of that code, kept so that its numbers are reproduced.
 */
final class PoolingCurvature implements Curvature {

  private final Pooling pooling;
  private final Matrix inputCurvature;

  PoolingCurvature(Pooling pooling) {
    this.pooling = pooling;
    this.inputCurvature = Matrix.empty(pooling.input().size());
  }

  @Override
  public Matrix input(int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass) {
    pooling.backward(pass.rows(), curvature, inputCurvature);
    return inputCurvature;
  }

  @Override
  public void close() {
    inputCurvature.close();
  }
}
