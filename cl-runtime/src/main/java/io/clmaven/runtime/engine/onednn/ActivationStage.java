package io.clmaven.runtime.engine.onednn;

/** An {@link Activation} between two layers. */
final class ActivationStage implements Stage {

  private final int columns;
  private final Activation function;
  private final Destination outputs;
  private final Destination gradients;
  private Matrix output;

  /**
   * Makes the stage.
   *
   * @param outputs where what it makes goes
   * @param gradients where the gradient of its input goes
   */
  ActivationStage(int columns, Activation function, Destination outputs, Destination gradients) {
    this.columns = columns;
    this.function = function;
    this.outputs = outputs;
    this.gradients = gradients;
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    output = outputs.of(inputs[0], pass.rows());
    function.apply(pass.rows(), inputs[0], output);
    return output;
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    Matrix inputGradient = gradients.of(gradient, pass.rows());
    function.timesSlope(pass.rows(), output, gradient, inputGradient);
    return inputGradient;
  }

  @Override
  public Tangent tangent() {
    return new ActivationTangent(function, this);
  }

  @Override
  public Curvature curvature() {
    return new ActivationCurvature(function, this);
  }

  int columns() {
    return columns;
  }

  /** Returns what the last forward made. */
  Matrix output() {
    return output;
  }

  @Override
  public void close() {
    outputs.close();
    gradients.close();
    function.close();
  }
}
