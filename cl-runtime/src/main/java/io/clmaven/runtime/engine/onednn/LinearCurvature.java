package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Derivatives.Power;

/** A linear layer as HesScale goes through it: D_W = s^T x^2, D_b = sum of s, and s W^2. */
final class LinearCurvature implements Curvature {

  private final LinearStage stage;
  private final ParameterMemory.Views weight; // [out, in]
  private final Bias bias;
  private final Powered squaredInput;
  private final Powered squaredWeight;
  private final Matrix result;

  LinearCurvature(LinearStage stage, ParameterMemory.Views weight, Bias bias) {
    int inputs = weight.values().columns();
    this.stage = stage;
    this.weight = weight;
    this.bias = bias;
    this.squaredInput = new Powered(inputs);
    this.squaredWeight = new Powered(inputs);
    this.result = Matrix.empty(inputs);
  }

  @Override
  public void parameters(Matrix curvature, Pass pass) {
    int rows = pass.rows();
    Matrix squares = squaredInput.of(Power.SQUARE, stage.input(), rows);
    Product.LEFT_TRANSPOSED.run(rows, curvature, squares, weight.result());
    bias.result(curvature, rows);
  }

  @Override
  public Matrix input(int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass) {
    int rows = pass.rows();
    result.reserve(rows);
    Matrix squares = squaredWeight.of(Power.SQUARE, weight.values(), curvature.columns());
    Product.PLAIN.run(rows, curvature, squares, result);
    return result;
  }

  @Override
  public void close() {
    squaredInput.close();
    squaredWeight.close();
    result.close();
  }
}
