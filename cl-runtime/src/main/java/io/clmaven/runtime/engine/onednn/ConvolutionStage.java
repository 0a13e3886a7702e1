package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.Power;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** y = x * W + b and its gradients, with the ReLU behind it if there is one. */
final class ConvolutionStage implements Weighted {

  private final Convolution convolution;
  private final Filters values;
  private final Filters gradients;
  private final ConvolutionForward forward;
  private final ConvolutionBackward backward;
  private final Mask mask;
  private final Matrix output;
  private final Matrix inputGradient;
  private Projection projection = Projection.NONE;
  private SampleFilterGradients samples; // null until somebody asks
  private Matrix input;
  private Matrix masked; // gradient before the ReLU

  /**
   * Makes the stage.
   *
   * @param gradients where the gradient before the ReLU goes
   */
  ConvolutionStage(Convolution convolution, Destination gradients) {
    this.convolution = convolution;
    this.values = convolution.values();
    this.gradients = convolution.gradient();
    this.forward = convolution.forward(convolution.finish());
    this.backward = convolution.backward();
    this.mask = convolution.mask(gradients);
    this.output = Matrix.empty(convolution.outputs());
    this.inputGradient = Matrix.empty(convolution.inputs());
  }

  @Override
  public void project(Projection projection) {
    this.projection.close();
    this.projection = projection;
  }

  @Override
  public INDArray publicInput(Matrix input, int rows) {
    Image image = convolution.shape().input();
    try (ImageOrder order = new ImageOrder(convolution.cpu(), image);
        Matrix turned = Matrix.empty(image.size())) {
      turned.reserve(rows);
      order.toPublic(rows, input, turned);
      return turned.toArray(rows, List.of(image.channels(), image.height(), image.width()));
    }
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    input = inputs[0];
    output.reserve(pass.rows());
    forward.run(pass.rows(), input, values, output);
    return output;
  }

  @Override
  public void parameterGradient(Matrix gradient, Pass pass) {
    masked = mask.apply(pass.rows(), output, gradient);
    backward.parameters(pass.rows(), input, masked, gradients);
    pass.applied(projection).gradient(convolution.filters(), gradients.weight());
  }

  @Override
  public Matrix inputGradient(int index, Matrix gradient, Pass pass) {
    inputGradient.reserve(pass.rows());
    backward.input(pass.rows(), masked, values.weight(), inputGradient);
    return inputGradient;
  }

  @Override
  public void sampleGradients(Matrix gradient, Power power, Pass pass) {
    if (samples == null) {
      samples = new SampleFilterGradients(convolution);
    }
    samples.run(pass.rows(), input, masked, power);
  }

  @Override
  public Tangent tangent() {
    return new ConvolutionTangent(this, convolution);
  }

  @Override
  public Curvature curvature() {
    return new ConvolutionCurvature(this, convolution);
  }

  /** Returns what the last forward saw. */
  Matrix input() {
    return input;
  }

  /** Returns what the last forward made. */
  Matrix output() {
    return output;
  }

  /** Returns the gradient of the last backward, before the ReLU. */
  Matrix maskedGradient() {
    return masked;
  }

  /** Returns the number of filters. */
  int filters() {
    return convolution.filters();
  }

  @Override
  public void close() {
    forward.close();
    backward.close();
    mask.close();
    output.close();
    inputGradient.close();
    projection.close();
    if (samples != null) {
      samples.close();
    }
  }
}
