package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;

/** y = a + b: what comes back goes on to both inputs as it is. */
final class AddStage implements Stage {

  private final Addition addition;
  private final Matrix output;

  AddStage(Cpu cpu, int columns) {
    this.addition = new Addition(cpu, columns);
    this.output = Matrix.empty(columns);
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    return sum(inputs, output, pass);
  }

  private Matrix sum(Matrix[] inputs, Matrix result, Pass pass) {
    result.reserve(pass.rows());
    addition.run(pass.rows(), inputs[0], inputs[1], result);
    return result;
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    return gradient;
  }

  @Override
  public Tangent tangent() {
    return new SumTangent();
  }

  /** Leaves out what the inputs share. */
  @Override
  public Curvature curvature() {
    return AddStage::same;
  }

  private static Matrix same(
      int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass) {
    return curvature;
  }

  @Override
  public void close() {
    addition.close();
    output.close();
  }

  private final class SumTangent implements Tangent {

    private final Matrix tangent = Matrix.empty(output.columns());

    @Override
    public Matrix forward(Matrix[] tangents, Pass pass) {
      if (tangents[0] == Matrix.ZERO) {
        return tangents[1];
      }
      return tangents[1] == Matrix.ZERO ? tangents[0] : sum(tangents, tangent, pass);
    }

    @Override
    public Matrix inputGradient(int input, Matrix gradient, Matrix gradientTangent, Pass pass) {
      return gradientTangent;
    }

    @Override
    public void close() {
      tangent.close();
    }
  }
}
