package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;

/** y = a + b: what comes back goes on to both inputs as it is. */
final class AddStage implements Stage {

  private final int columns;
  private final Addition addition;
  private final Destination outputs;

  AddStage(Cpu cpu, int columns, Destination outputs) {
    this.columns = columns;
    this.addition = new Addition(cpu, columns);
    this.outputs = outputs;
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    return sum(inputs, outputs, pass);
  }

  private Matrix sum(Matrix[] inputs, Destination results, Pass pass) {
    Matrix result = results.of(inputs[0], pass.rows());
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
    outputs.close();
  }

  private final class SumTangent implements Tangent {

    private final Destination sums = Destination.own(columns);

    @Override
    public Matrix forward(Matrix[] tangents, Pass pass) {
      if (tangents[0] == Matrix.ZERO) {
        return tangents[1];
      }
      return tangents[1] == Matrix.ZERO ? tangents[0] : sum(tangents, sums, pass);
    }

    @Override
    public Matrix inputGradient(int input, Matrix gradient, Matrix gradientTangent, Pass pass) {
      return gradientTangent;
    }

    @Override
    public void close() {
      sums.close();
    }
  }
}
