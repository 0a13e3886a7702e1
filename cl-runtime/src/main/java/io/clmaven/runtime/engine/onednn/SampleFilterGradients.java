package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.Power;

/** Sums powers of the gradients that single samples have with respect to the filters. */
final class SampleFilterGradients implements AutoCloseable {

  private final ConvolutionBackward backward;
  private final Filters result;
  private final Filters gradient; // of one sample
  private final Powered weights;
  private final Powered biases;
  private final int filters;

  SampleFilterGradients(Convolution convolution) {
    this.backward = convolution.backward();
    this.result = convolution.result();
    this.gradient = new Filters(convolution.weightMemory(), convolution.biasMemory());
    this.weights = new Powered(gradient.weight().columns());
    this.biases = new Powered(gradient.bias().columns());
    this.filters = convolution.filters();
  }

  /**
   * Computes the sums to the result memory.
   *
   * @param x input
   * @param d gradient at the output, before any ReLU
   */
  void run(int rows, Matrix x, Matrix d, Power power) {
    result.weight().clear(filters);
    result.bias().clear(1);
    for (int sample = 0; sample < rows; sample++) {
      backward.parameters(1, x.from(sample), d.from(sample), gradient);
      result.weight().add(weights.of(power, gradient.weight(), filters), filters);
      result.bias().add(biases.of(power, gradient.bias(), 1), 1);
    }
  }

  @Override
  public void close() {
    backward.close();
    gradient.weight().close();
    gradient.bias().close();
    weights.close();
    biases.close();
  }
}
