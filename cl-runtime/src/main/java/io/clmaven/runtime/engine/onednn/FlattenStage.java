package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;

/** Turns images that are kept channels last into features in the public order, channel slowest. */
final class FlattenStage implements Stage {

  private final ImageOrder order;
  private final Matrix output;
  private final Matrix inputGradient;

  FlattenStage(ImageOrder order) {
    this.order = order;
    this.output = Matrix.empty(order.columns());
    this.inputGradient = Matrix.empty(order.columns());
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    return flat(inputs[0], output, pass);
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    return image(gradient, inputGradient, pass);
  }

  private Matrix flat(Matrix images, Matrix target, Pass pass) {
    target.reserve(pass.rows());
    order.toPublic(pass.rows(), images, target);
    return target;
  }

  private Matrix image(Matrix features, Matrix target, Pass pass) {
    target.reserve(pass.rows());
    order.toChannelsLast(pass.rows(), features, target);
    return target;
  }

  @Override
  public Tangent tangent() {
    return new Turned();
  }

  @Override
  public Curvature curvature() {
    return new Turned();
  }

  @Override
  public void close() {
    order.close();
    output.close();
    inputGradient.close();
  }

  /** All that flows through is turned in the same way. */
  private final class Turned implements Tangent, Curvature {

    private final Matrix flat = Matrix.empty(order.columns());
    private final Matrix image = Matrix.empty(order.columns());

    @Override
    public Matrix forward(Matrix[] tangents, Pass pass) {
      return flat(tangents[0], flat, pass);
    }

    @Override
    public Matrix inputGradient(int input, Matrix gradient, Matrix tangent, Pass pass) {
      return image(tangent, image, pass);
    }

    @Override
    public Matrix input(int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass) {
      return image(curvature, image, pass);
    }

    @Override
    public void close() {
      flat.close();
      image.close();
    }
  }
}
