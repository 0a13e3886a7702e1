package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Derivatives.Power;

/**
 * A convolution as HesScale goes through it: its two transposes, with squares in place of inputs
 * and weights. A ReLU behind it lets curvature pass like a gradient.
 */
final class ConvolutionCurvature implements Curvature {

  private final ConvolutionStage stage;
  private final Filters values;
  private final Filters result;
  private final ConvolutionBackward backward;
  private final Mask mask;
  private final Powered squaredInput;
  private final Powered squaredWeight;
  private final Matrix inputCurvature;
  private Matrix masked; // curvature before the ReLU

  ConvolutionCurvature(ConvolutionStage stage, Convolution convolution) {
    this.stage = stage;
    this.values = convolution.values();
    this.result = convolution.result();
    this.backward = convolution.backward();
    this.mask = convolution.mask(Destination.own(convolution.outputs()));
    this.squaredInput = new Powered(convolution.inputs());
    this.squaredWeight = new Powered(values.weight().columns());
    this.inputCurvature = Matrix.empty(convolution.inputs());
  }

  @Override
  public void parameters(Matrix curvature, Pass pass) {
    int rows = pass.rows();
    masked = mask.apply(rows, stage.output(), curvature);
    Matrix squares = squaredInput.of(Power.SQUARE, stage.input(), rows);
    backward.parameters(rows, squares, masked, result);
  }

  @Override
  public Matrix input(int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass) {
    int rows = pass.rows();
    inputCurvature.reserve(rows);
    Matrix squares = squaredWeight.of(Power.SQUARE, values.weight(), stage.filters());
    backward.input(rows, masked, squares, inputCurvature);
    return inputCurvature;
  }

  @Override
  public void close() {
    backward.close();
    mask.close();
    squaredInput.close();
    squaredWeight.close();
    inputCurvature.close();
  }
}
