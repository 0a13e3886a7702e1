package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.onednn.ConvolutionForward.Finish;

/**
 * A convolution with its place in the flat vectors, for the stage and its derivatives.
 *
 * @param cpu where it runs
 * @param shape what it computes
 * @param weight [out, in * kh * kw]
 * @param bias [1, out]; of {@link Matrix#ZERO} where there is none
 * @param finish whether a ReLU follows
 */
record Convolution(
    Cpu cpu,
    ConvolutionShape shape,
    ParameterMemory.Views weight,
    ParameterMemory.Views bias,
    Finish finish) {

  Filters values() {
    return new Filters(weight.values(), bias.values());
  }

  Filters gradient() {
    return new Filters(weight.gradient(), bias.gradient());
  }

  Filters direction() {
    return new Filters(weight.direction(), bias.direction());
  }

  Filters result() {
    return new Filters(weight.result(), bias.result());
  }

  /** Returns the number of values of a sample before it. */
  int inputs() {
    return shape.input().size();
  }

  /** Returns the number of values of a sample behind it. */
  int outputs() {
    return shape.output().size();
  }

  /** Returns the number of filters. */
  int filters() {
    return shape.output().channels();
  }

  /** Returns the same convolution without its bias. */
  Convolution withoutBias() {
    return new Convolution(cpu, shape.withoutBias(), weight, ParameterMemory.Views.ABSENT, finish);
  }

  /** Makes own memory of the size of the weight. */
  Matrix weightMemory() {
    Matrix memory = Matrix.empty(weight.values().columns());
    memory.reserve(filters());
    return memory;
  }

  /** Makes own memory of the size of the bias. */
  Matrix biasMemory() {
    Matrix memory = Matrix.empty(bias.values().columns());
    memory.reserve(1);
    return memory;
  }

  /** Makes kernels from the input to the output. */
  ConvolutionForward forward(Finish finish) {
    return new ConvolutionForward(cpu, shape, finish);
  }

  /** Makes kernels from the output to the parameters and to the input. */
  ConvolutionBackward backward() {
    return new ConvolutionBackward(cpu, shape);
  }

  /**
   * Makes the mask of the ReLU that follows, if one does.
   *
   * @param results where what passes goes
   */
  Mask mask(Destination results) {
    return finish == Finish.RELU ? new ReluMask(cpu, outputs(), results) : Mask.NONE;
  }
}
