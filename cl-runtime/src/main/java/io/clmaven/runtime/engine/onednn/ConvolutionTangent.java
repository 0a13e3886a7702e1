package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.onednn.ConvolutionForward.Finish;

/**
 * A convolution differentiated forward, in the direction V of its weight and v of its bias: y' = x'
 * * W + x * V + v, where the ReLU lets it pass.
 */
final class ConvolutionTangent implements Tangent {

  private final ConvolutionStage stage;
  private final Filters values;
  private final Filters direction;
  private final Filters result;
  private final ConvolutionForward alongParameters;
  private final ConvolutionForward alongInput;
  private final ConvolutionBackward backward;
  private final ConvolutionBackward backwardWithoutBias;
  private final Mask outputMask;
  private final Mask gradientMask;
  private final Matrix tangent;
  private final Matrix inputGradient;
  private final Matrix summand; // of the gradient of the input
  private final Matrix weightSummand;
  private Matrix inputTangent = Matrix.ZERO;
  private Matrix masked; // tangent of the gradient before the ReLU

  ConvolutionTangent(ConvolutionStage stage, Convolution convolution) {
    this.stage = stage;
    this.values = convolution.values();
    this.direction = convolution.direction();
    this.result = convolution.result();
    this.alongParameters = convolution.forward(Finish.NOTHING);
    this.alongInput = convolution.withoutBias().forward(Finish.ADD);
    this.backward = convolution.backward();
    this.backwardWithoutBias = convolution.withoutBias().backward();
    this.outputMask = convolution.mask(Destination.SOURCE);
    this.gradientMask = convolution.mask(Destination.own(convolution.outputs()));
    this.tangent = Matrix.empty(convolution.outputs());
    this.inputGradient = Matrix.empty(convolution.inputs());
    this.summand = Matrix.empty(convolution.inputs());
    this.weightSummand = convolution.weightMemory();
  }

  @Override
  public Matrix forward(Matrix[] tangents, Pass pass) {
    inputTangent = tangents[0];
    int rows = pass.rows();
    tangent.reserve(rows);
    alongParameters.run(rows, stage.input(), direction, tangent);
    if (inputTangent != Matrix.ZERO) {
      alongInput.run(rows, inputTangent, values, tangent);
    }
    return outputMask.apply(rows, stage.output(), tangent);
  }

  @Override
  public void parameterGradient(Matrix gradient, Matrix gradientTangent, Pass pass) {
    int rows = pass.rows();
    masked = gradientMask.apply(rows, stage.output(), gradientTangent);
    backward.parameters(rows, stage.input(), masked, result);
    if (inputTangent != Matrix.ZERO) {
      Filters summands = new Filters(weightSummand, Matrix.ZERO);
      backwardWithoutBias.parameters(rows, inputTangent, stage.maskedGradient(), summands);
      result.weight().add(weightSummand, stage.filters());
    }
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Matrix gradientTangent, Pass pass) {
    int rows = pass.rows();
    inputGradient.reserve(rows);
    summand.reserve(rows);
    backward.input(rows, masked, values.weight(), inputGradient);
    backward.input(rows, stage.maskedGradient(), direction.weight(), summand);
    inputGradient.add(summand, rows);
    return inputGradient;
  }

  @Override
  public void close() {
    alongParameters.close();
    alongInput.close();
    backward.close();
    backwardWithoutBias.close();
    outputMask.close();
    gradientMask.close();
    tangent.close();
    inputGradient.close();
    summand.close();
    weightSummand.close();
  }
}
