package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.UnsupportedModelException;

/** y = x * s: images times one factor per sample and channel. */
final class ChannelGateStage implements Stage {

  private final String name;
  private final ChannelProduct product;
  private final Matrix output;
  private final Matrix imageGradient;
  private final Matrix factorGradient; // [N, channels]
  private Matrix image;
  private Matrix factor; // [N, channels]

  ChannelGateStage(String name, Image image) {
    this.name = name;
    this.product = new ChannelProduct(image.channels());
    this.output = Matrix.empty(image.size());
    this.imageGradient = Matrix.empty(image.size());
    this.factorGradient = Matrix.empty(image.channels());
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    image = inputs[0];
    factor = inputs[1];
    return times(image, factor, output, pass);
  }

  private Matrix times(Matrix x, Matrix factor, Matrix result, Pass pass) {
    result.reserve(pass.rows());
    product.times(pass.rows(), result.columns(), x, factor, result);
    return result;
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    if (input == 0) {
      return times(gradient, factor, imageGradient, pass);
    }
    factorGradient.reserve(pass.rows());
    product.sum(pass.rows(), output.columns(), gradient, image, factorGradient);
    return factorGradient;
  }

  Matrix image() {
    return image;
  }

  Matrix factor() {
    return factor;
  }

  @Override
  public Tangent tangent() {
    return new ChannelGateTangent(this, output.columns(), factorGradient.columns());
  }

  @Override
  public Curvature curvature() {
    throw new UnsupportedModelException(
        ("Cannot compute curvatures of layer '%s': HesScale has no rule for a ChannelGate."
                + " Choose a method of first order, or a network without channel gates.")
            .formatted(name));
  }

  @Override
  public void close() {
    output.close();
    imageGradient.close();
    factorGradient.close();
  }
}
