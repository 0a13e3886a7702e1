package io.clmaven.runtime.engine.onednn;

/** A channel gate differentiated forward: y' = x' s + x s'. */
final class ChannelGateTangent implements Tangent {

  private final ChannelGateStage stage;
  private final ChannelProduct product;
  private final Matrix tangent;
  private final Matrix imageGradient;
  private final Matrix factorGradient; // [N, channels]
  private Matrix imageTangent = Matrix.ZERO;
  private Matrix factorTangent = Matrix.ZERO; // [N, channels]

  ChannelGateTangent(ChannelGateStage stage, int columns, int channels) {
    this.stage = stage;
    this.product = new ChannelProduct(channels);
    this.tangent = Matrix.empty(columns);
    this.imageGradient = Matrix.empty(columns);
    this.factorGradient = Matrix.empty(channels);
  }

  @Override
  public Matrix forward(Matrix[] tangents, Pass pass) {
    imageTangent = tangents[0];
    factorTangent = tangents[1];
    int rows = pass.rows();
    int length = tangent.columns();
    tangent.reserve(rows);
    if (imageTangent == Matrix.ZERO) {
      product.times(rows, length, stage.image(), factorTangent, tangent);
      return tangent;
    }
    product.times(rows, length, imageTangent, stage.factor(), tangent);
    if (factorTangent != Matrix.ZERO) {
      product.addTimes(rows, length, stage.image(), factorTangent, tangent);
    }
    return tangent;
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Matrix gradientTangent, Pass pass) {
    return input == 0
        ? imageGradient(gradient, gradientTangent, pass.rows())
        : factorGradient(gradient, gradientTangent, pass.rows());
  }

  private Matrix imageGradient(Matrix gradient, Matrix gradientTangent, int rows) {
    int length = tangent.columns();
    imageGradient.reserve(rows);
    product.times(rows, length, gradientTangent, stage.factor(), imageGradient);
    if (factorTangent != Matrix.ZERO) {
      product.addTimes(rows, length, gradient, factorTangent, imageGradient);
    }
    return imageGradient;
  }

  private Matrix factorGradient(Matrix gradient, Matrix gradientTangent, int rows) {
    int length = tangent.columns();
    factorGradient.reserve(rows);
    product.sum(rows, length, gradientTangent, stage.image(), factorGradient);
    if (imageTangent != Matrix.ZERO) {
      product.addSum(rows, length, gradient, imageTangent, factorGradient);
    }
    return factorGradient;
  }

  @Override
  public void close() {
    tangent.close();
    imageGradient.close();
    factorGradient.close();
  }
}
