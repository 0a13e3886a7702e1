package io.clmaven.runtime.engine.onednn;

/** An {@link Activation} between two layers. */
final class ActivationStage implements Stage {

  private final Activation function;
  private final Matrix output;
  private final Matrix inputGradient;

  ActivationStage(int columns, Activation function) {
    this.function = function;
    this.output = Matrix.empty(columns);
    this.inputGradient = Matrix.empty(columns);
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    output.reserve(pass.rows());
    function.apply(pass.rows(), inputs[0], output);
    return output;
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    inputGradient.reserve(pass.rows());
    function.timesSlope(pass.rows(), output, gradient, inputGradient);
    return inputGradient;
  }

  @Override
  public Tangent tangent() {
    return new ActivationTangent(function, output);
  }

  @Override
  public Curvature curvature() {
    return new ActivationCurvature(function, output);
  }

  @Override
  public void close() {
    output.close();
    inputGradient.close();
    function.close();
  }
}
