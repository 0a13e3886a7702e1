package io.clmaven.runtime.engine.onednn;

/**
 * A linear layer differentiated forward, in the direction V of its weight and v of its bias: y' =
 * x' W^T + x V^T + v.
 */
final class LinearTangent implements Tangent {

  private final LinearStage stage;
  private final ParameterMemory.Views weight; // [out, in]
  private final Bias bias;
  private final Matrix tangent;
  private final Matrix inputGradient;
  private Matrix inputTangent = Matrix.ZERO;

  LinearTangent(LinearStage stage, ParameterMemory.Views weight, Bias bias, int outputs) {
    this.stage = stage;
    this.weight = weight;
    this.bias = bias;
    this.tangent = Matrix.empty(outputs);
    this.inputGradient = Matrix.empty(weight.values().columns());
  }

  @Override
  public Matrix forward(Matrix[] tangents, Pass pass) {
    inputTangent = tangents[0];
    int rows = pass.rows();
    tangent.reserve(rows);
    Product.RIGHT_TRANSPOSED.run(rows, stage.input(), weight.direction(), tangent);
    if (inputTangent != Matrix.ZERO) {
      Product.RIGHT_TRANSPOSED_ADDED.run(rows, inputTangent, weight.values(), tangent);
    }
    bias.addDirectionTo(tangent, rows);
    return tangent;
  }

  @Override
  public void parameterGradient(Matrix gradient, Matrix gradientTangent, Pass pass) {
    int rows = pass.rows();
    Product.LEFT_TRANSPOSED.run(rows, gradientTangent, stage.input(), weight.result());
    if (inputTangent != Matrix.ZERO) {
      Product.LEFT_TRANSPOSED_ADDED.run(rows, gradient, inputTangent, weight.result());
    }
    bias.result(gradientTangent, rows);
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Matrix gradientTangent, Pass pass) {
    int rows = pass.rows();
    inputGradient.reserve(rows);
    Product.PLAIN.run(rows, gradientTangent, weight.values(), inputGradient);
    Product.PLAIN_ADDED.run(rows, gradient, weight.direction(), inputGradient);
    return inputGradient;
  }

  @Override
  public void close() {
    tangent.close();
    inputGradient.close();
  }
}
