package io.clmaven.runtime.engine.onednn;

/** A gate differentiated forward, in the direction v of its factors: y' = x' w + x v. */
final class GateTangent implements Tangent {

  private final GateStage stage;
  private final ParameterMemory.Views gate;
  private final ChannelProduct product;
  private final Matrix tangent;
  private final Matrix inputGradient;
  private Matrix inputTangent = Matrix.ZERO;

  GateTangent(GateStage stage, int columns, ParameterMemory.Views gate) {
    this.stage = stage;
    this.gate = gate;
    this.product = new ChannelProduct(gate.values().columns());
    this.tangent = Matrix.empty(columns);
    this.inputGradient = Matrix.empty(columns);
  }

  @Override
  public Matrix forward(Matrix[] tangents, Pass pass) {
    inputTangent = tangents[0];
    return sum(inputTangent, stage.input(), tangent, pass);
  }

  /** Computes moved * w + still * v. */
  private Matrix sum(Matrix moved, Matrix still, Matrix result, Pass pass) {
    result.reserve(pass.rows());
    int length = length(pass);
    product.times(1, length, still, gate.direction(), result);
    if (moved != Matrix.ZERO) {
      product.addTimes(1, length, moved, gate.values(), result);
    }
    return result;
  }

  private int length(Pass pass) {
    return pass.rows() * tangent.columns();
  }

  @Override
  public void parameterGradient(Matrix gradient, Matrix gradientTangent, Pass pass) {
    int length = length(pass);
    product.sum(1, length, gradientTangent, stage.input(), gate.result());
    if (inputTangent != Matrix.ZERO) {
      product.addSum(1, length, gradient, inputTangent, gate.result());
    }
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Matrix gradientTangent, Pass pass) {
    return sum(gradientTangent, gradient, inputGradient, pass);
  }

  @Override
  public void close() {
    tangent.close();
    inputGradient.close();
  }
}
