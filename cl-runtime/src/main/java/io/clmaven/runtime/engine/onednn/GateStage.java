package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.Power;

/** y = x * w, with a trained factor w for each feature or channel. */
final class GateStage implements Stage {

  private final String name;
  private final ParameterMemory.Views gate; // [1, channels]
  private final ChannelProduct product;
  private final Matrix output;
  private final Matrix inputGradient;
  private final Matrix perSample; // [N, channels]
  private final Powered powered;
  private final Ones ones = new Ones();
  private Matrix x;

  GateStage(String name, int columns, ParameterMemory.Views gate) {
    this.name = name;
    this.gate = gate;
    this.product = new ChannelProduct(gate.values().columns());
    this.output = Matrix.empty(columns);
    this.inputGradient = Matrix.empty(columns);
    this.perSample = Matrix.empty(gate.values().columns());
    this.powered = new Powered(gate.values().columns());
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    x = inputs[0];
    return times(x, gate.values(), output, pass);
  }

  private Matrix times(Matrix x, Matrix factor, Matrix result, Pass pass) {
    result.reserve(pass.rows());
    product.times(1, length(pass), x, factor, result);
    return result;
  }

  private int length(Pass pass) {
    return pass.rows() * output.columns();
  }

  @Override
  public void parameterGradient(Matrix gradient, Pass pass) {
    product.sum(1, length(pass), gradient, x, gate.gradient());
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    return times(gradient, gate.values(), inputGradient, pass);
  }

  @Override
  public Tangent tangent() {
    return new GateTangent(this, output.columns(), gate);
  }

  @Override
  public Curvature curvature() {
    return new GateCurvature(name, this, output.columns(), gate);
  }

  /** Returns what the last forward saw. */
  Matrix input() {
    return x;
  }

  @Override
  public void sampleGradients(Matrix gradient, Power power, Pass pass) {
    int rows = pass.rows();
    perSample.reserve(rows);
    product.sum(rows, output.columns(), gradient, x, perSample);
    ones.sum(rows, powered.of(power, perSample, rows), gate.result());
  }

  @Override
  public void close() {
    output.close();
    inputGradient.close();
    perSample.close();
    powered.close();
    ones.close();
  }
}
