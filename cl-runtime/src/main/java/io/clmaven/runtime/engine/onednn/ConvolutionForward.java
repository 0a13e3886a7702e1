package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** y = x * W + b. */
final class ConvolutionForward implements AutoCloseable {

  /** What the kernel does to each value before it stores it. */
  enum Finish {
    /** y = x * W + b. */
    NOTHING,
    /** y = max(x * W + b, 0). */
    RELU,
    /** y = y + x * W + b. */
    ADD;

    private primitive_attr attributes() {
      try (post_ops operations = new post_ops()) {
        switch (this) {
          case NOTHING -> {}
          case RELU -> operations.append_eltwise(algorithm.eltwise_relu, 0, 0);
          case ADD -> operations.append_sum();
        }
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(operations); // copies them
        return attributes;
      }
    }
  }

  private record Compiled(Kernel kernel, PackedWeights weights) implements AutoCloseable {
    @Override
    public void close() {
      kernel.close();
      weights.close();
    }
  }

  private final Cpu cpu;
  private final ConvolutionShape shape;
  private final Finish finish;
  private final PerBatchSize<Compiled> compiled = new PerBatchSize<>(this::compile);

  ConvolutionForward(Cpu cpu, ConvolutionShape shape, Finish finish) {
    this.cpu = cpu;
    this.shape = shape;
    this.finish = finish;
  }

  /** Computes the output. */
  void run(int rows, Matrix x, Filters filters, Matrix y) {
    Compiled now = compiled.of(rows);
    if (shape.hasBias()) {
      now.kernel().at(DNNL_ARG_BIAS, filters.bias().data());
    }
    now.kernel()
        .at(DNNL_ARG_SRC, x.data())
        .at(DNNL_ARG_WEIGHTS, now.weights().pack(filters.weight()))
        .at(DNNL_ARG_DST, y.data())
        .run();
  }

  private Compiled compile(int rows) {
    try (primitive_attr attributes = finish.attributes();
        convolution_forward.primitive_desc description = shape.forward(cpu, rows, attributes)) {
      PackedWeights weights =
          new PackedWeights(cpu, shape.publicWeights(), description.weights_desc());
      Kernel kernel =
          new Kernel(cpu, new convolution_forward(description))
              .takes(DNNL_ARG_SRC, shape.inputs(rows))
              .takes(DNNL_ARG_WEIGHTS, weights.layout())
              .takes(DNNL_ARG_DST, shape.outputs(rows));
      return new Compiled(
          shape.hasBias() ? kernel.takes(DNNL_ARG_BIAS, shape.bias()) : kernel, weights);
    }
  }

  @Override
  public void close() {
    compiled.close();
  }
}
