package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;

/** The two transposes of a convolution: from its output to its parameters and to its input. */
final class ConvolutionBackward implements AutoCloseable {

  private record Compiled(Kernel kernel, PackedWeights weights) implements AutoCloseable {
    @Override
    public void close() {
      kernel.close();
      weights.close();
    }
  }

  private final Cpu cpu;
  private final ConvolutionShape shape;
  private final PerBatchSize<Compiled> parameters = new PerBatchSize<>(this::toParameters);
  private final PerBatchSize<Compiled> input = new PerBatchSize<>(this::toInput);

  ConvolutionBackward(Cpu cpu, ConvolutionShape shape) {
    this.cpu = cpu;
    this.shape = shape;
  }

  /**
   * Computes what of the output goes to the parameters.
   *
   * @param x input
   * @param d at the output
   * @param result weight and bias
   */
  void parameters(int rows, Matrix x, Matrix d, Filters result) {
    Compiled now = parameters.of(rows);
    if (shape.hasBias()) {
      now.kernel().at(DNNL_ARG_DIFF_BIAS, result.bias().data());
    }
    now.kernel()
        .at(DNNL_ARG_SRC, x.data())
        .at(DNNL_ARG_DIFF_DST, d.data())
        .at(DNNL_ARG_DIFF_WEIGHTS, now.weights().data())
        .run();
    now.weights().unpack(result.weight());
  }

  /**
   * Computes what of the output goes to the input.
   *
   * @param d at the output
   * @param weight in the public order
   */
  void input(int rows, Matrix d, Matrix weight, Matrix result) {
    Compiled now = input.of(rows);
    now.kernel()
        .at(DNNL_ARG_DIFF_DST, d.data())
        .at(DNNL_ARG_WEIGHTS, now.weights().pack(weight))
        .at(DNNL_ARG_DIFF_SRC, result.data())
        .run();
  }

  private Compiled toParameters(int rows) {
    try (convolution_backward_weights.primitive_desc description =
        shape.backwardWeights(cpu, rows)) {
      PackedWeights weights =
          new PackedWeights(cpu, shape.publicWeights(), description.diff_weights_desc());
      Kernel kernel =
          new Kernel(cpu, new convolution_backward_weights(description))
              .takes(DNNL_ARG_SRC, shape.inputs(rows))
              .takes(DNNL_ARG_DIFF_DST, shape.outputs(rows))
              .takes(DNNL_ARG_DIFF_WEIGHTS, weights.layout());
      return new Compiled(
          shape.hasBias() ? kernel.takes(DNNL_ARG_DIFF_BIAS, shape.bias()) : kernel, weights);
    }
  }

  private Compiled toInput(int rows) {
    try (convolution_backward_data.primitive_desc description = shape.backwardData(cpu, rows)) {
      PackedWeights weights =
          new PackedWeights(cpu, shape.publicWeights(), description.weights_desc());
      Kernel kernel =
          new Kernel(cpu, new convolution_backward_data(description))
              .takes(DNNL_ARG_DIFF_DST, shape.outputs(rows))
              .takes(DNNL_ARG_WEIGHTS, weights.layout())
              .takes(DNNL_ARG_DIFF_SRC, shape.inputs(rows));
      return new Compiled(kernel, weights);
    }
  }

  @Override
  public void close() {
    parameters.close();
    input.close();
  }
}
