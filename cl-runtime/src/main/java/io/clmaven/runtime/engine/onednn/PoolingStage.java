package io.clmaven.runtime.engine.onednn;

/** Largest value or mean of each window. */
final class PoolingStage implements Stage {

  private final Pooling pooling;
  private final Matrix output;
  private final Matrix inputGradient;

  PoolingStage(Pooling pooling) {
    this.pooling = pooling;
    this.output = Matrix.empty(pooling.output().size());
    this.inputGradient = Matrix.empty(pooling.input().size());
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    pooling.forward(pass.rows(), inputs[0], output);
    return output;
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    pooling.backward(pass.rows(), gradient, inputGradient);
    return inputGradient;
  }

  @Override
  public Tangent tangent() {
    return switch (pooling.kind()) {
      case MAX -> new MaxPoolTangent(pooling);
      case AVERAGE -> new AveragePoolTangent(pooling);
    };
  }

  @Override
  public Curvature curvature() {
    return new PoolingCurvature(pooling);
  }

  @Override
  public void close() {
    pooling.close();
    output.close();
    inputGradient.close();
  }
}
