package io.clmaven.runtime.engine.onednn;

/** Row-major memory with the channel slowest is flat as it is. */
final class FlattenStage implements Stage {

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    return inputs[0];
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    return gradient;
  }

  @Override
  public Tangent tangent() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Curvature curvature() {
    throw new UnsupportedOperationException();
  }
}
