package io.clmaven.runtime.engine.onednn;

/** Turns images of the public order channels last where they enter the network. */
final class ChannelsLastStage implements Stage {

  private final ImageOrder order;
  private final Matrix output;
  private final Matrix inputGradient;

  ChannelsLastStage(ImageOrder order) {
    this.order = order;
    this.output = Matrix.empty(order.columns());
    this.inputGradient = Matrix.empty(order.columns());
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    output.reserve(pass.rows());
    order.toChannelsLast(pass.rows(), inputs[0], output);
    return output;
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    inputGradient.reserve(pass.rows());
    order.toPublic(pass.rows(), gradient, inputGradient);
    return inputGradient;
  }

  @Override
  public Tangent tangent() {
    return new InputTangent();
  }

  @Override
  public Curvature curvature() {
    return (input, gradient, curvature, rule, pass) -> {
      throw new IllegalStateException("no parameter lies before the input");
    };
  }

  @Override
  public void close() {
    order.close();
    output.close();
    inputGradient.close();
  }

  /** The input of a network is no function of parameters: there is nothing to differentiate. */
  private static final class InputTangent implements Tangent {

    @Override
    public Matrix forward(Matrix[] tangents, Pass pass) {
      return Matrix.ZERO;
    }

    @Override
    public Matrix inputGradient(int input, Matrix gradient, Matrix tangent, Pass pass) {
      return Matrix.ZERO;
    }
  }
}
