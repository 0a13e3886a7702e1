package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;

/** Element-wise dropout: in training, a product with the {@link DropoutMask} of the pass. */
final class DropoutStage implements Stage {

  private final double probability;
  private final int number;
  private final DropoutMask mask;
  private final Matrix output;
  private final Matrix inputGradient;

  /**
   * Makes the stage.
   *
   * @param number its number among the dropout layers of the network
   */
  DropoutStage(int columns, double probability, int number) {
    this.probability = probability;
    this.number = number;
    this.mask = new DropoutMask(probability, scale(), number);
    this.output = Matrix.empty(columns);
    this.inputGradient = Matrix.empty(columns);
  }

  private double scale() {
    return 1 / (1 - probability);
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    return masked(mask, inputs[0], output, pass);
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    return masked(mask, gradient, inputGradient, pass);
  }

  private Matrix masked(DropoutMask mask, Matrix x, Matrix result, Pass pass) {
    if (!pass.training() || probability == 0) {
      return x;
    }
    result.reserve(pass.rows());
    mask.times(pass, x, result);
    return result;
  }

  @Override
  public Tangent tangent() {
    return new MaskedTangent();
  }

  @Override
  public Curvature curvature() {
    return new MaskedCurvature();
  }

  @Override
  public void close() {
    output.close();
    inputGradient.close();
  }

  /** The decisions do not move. */
  private final class MaskedTangent implements Tangent {

    private final Matrix tangent = Matrix.empty(output.columns());
    private final Matrix gradientTangent = Matrix.empty(output.columns());

    @Override
    public Matrix forward(Matrix[] tangents, Pass pass) {
      return masked(mask, tangents[0], tangent, pass);
    }

    @Override
    public Matrix inputGradient(int input, Matrix gradient, Matrix tangent, Pass pass) {
      return masked(mask, tangent, gradientTangent, pass);
    }

    @Override
    public void close() {
      tangent.close();
      gradientTangent.close();
    }
  }

  /** A linear layer squares its factors. */
  private final class MaskedCurvature implements Curvature {

    private final DropoutMask squared = new DropoutMask(probability, scale() * scale(), number);
    private final Matrix result = Matrix.empty(output.columns());

    @Override
    public Matrix input(int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass) {
      return masked(squared, curvature, result, pass);
    }

    @Override
    public void close() {
      result.close();
    }
  }
}
