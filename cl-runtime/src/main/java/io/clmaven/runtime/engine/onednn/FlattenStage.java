package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;

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
    return new SameTangent();
  }

  @Override
  public Curvature curvature() {
    return FlattenStage::same;
  }

  private static Matrix same(
      int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass) {
    return curvature;
  }

  private static final class SameTangent implements Tangent {

    @Override
    public Matrix forward(Matrix[] tangents, Pass pass) {
      return tangents[0];
    }

    @Override
    public Matrix inputGradient(int input, Matrix gradient, Matrix tangent, Pass pass) {
      return tangent;
    }
  }
}
