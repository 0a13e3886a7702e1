package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.Optional;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.memory;

/** An activation computed by oneDNN. */
final class ActivationKernels implements Activation {

  /** A function in oneDNN's words: its algorithm forward, and backward from the output. */
  private record Function(int forward, int backward, float alpha) {}

  private record Compiled(Kernel forward, Kernel backward) implements AutoCloseable {
    @Override
    public void close() {
      forward.close();
      backward.close();
    }
  }

  private final Cpu cpu;
  private final int columns;
  private final Function function;
  private final Optional<Bend> bend;
  private final PerBatchSize<Compiled> kernels = new PerBatchSize<>(this::compile);

  private ActivationKernels(Cpu cpu, int columns, Function function, Optional<Bend> bend) {
    this.cpu = cpu;
    this.columns = columns;
    this.function = function;
    this.bend = bend;
  }

  /**
   * Makes max(x, 0) + slope * min(x, 0).
   *
   * @param slope not negative: the sign of x is read off the output
   */
  static Activation relu(Cpu cpu, int columns, double slope) {
    Function relu =
        new Function(dnnl_eltwise_relu, dnnl_eltwise_relu_use_dst_for_bwd, (float) slope);
    return new ActivationKernels(cpu, columns, relu, Optional.empty());
  }

  static Activation tanh(Cpu cpu, int columns) {
    Function tanh = new Function(dnnl_eltwise_tanh, dnnl_eltwise_tanh_use_dst_for_bwd, 0);
    return new ActivationKernels(cpu, columns, tanh, Optional.of(Bend.TANH));
  }

  static Activation sigmoid(Cpu cpu, int columns) {
    Function sigmoid =
        new Function(dnnl_eltwise_logistic, dnnl_eltwise_logistic_use_dst_for_bwd, 0);
    return new ActivationKernels(cpu, columns, sigmoid, Optional.of(Bend.SIGMOID));
  }

  private Compiled compile(int rows) {
    memory.desc values = Cpu.values(memory.format_tag.a, (long) rows * columns);
    float alpha = function.alpha();
    try (eltwise_forward.primitive_desc forward =
            new eltwise_forward.primitive_desc(
                cpu.engine(), dnnl_forward_training, function.forward(), values, values, alpha, 0);
        eltwise_backward.primitive_desc backward =
            new eltwise_backward.primitive_desc(
                cpu.engine(), function.backward(), values, values, values, alpha, 0, forward)) {
      return new Compiled(
          new Kernel(cpu, new eltwise_forward(forward))
              .takes(DNNL_ARG_SRC, values)
              .takes(DNNL_ARG_DST, values),
          new Kernel(cpu, new eltwise_backward(backward))
              .takes(DNNL_ARG_DST, values)
              .takes(DNNL_ARG_DIFF_DST, values)
              .takes(DNNL_ARG_DIFF_SRC, values));
    }
  }

  @Override
  public void apply(int rows, Matrix x, Matrix y) {
    kernels.of(rows).forward().at(DNNL_ARG_SRC, x.data()).at(DNNL_ARG_DST, y.data()).run();
  }

  @Override
  public void timesSlope(int rows, Matrix y, Matrix d, Matrix result) {
    kernels
        .of(rows)
        .backward()
        .at(DNNL_ARG_DST, y.data())
        .at(DNNL_ARG_DIFF_DST, d.data())
        .at(DNNL_ARG_DIFF_SRC, result.data())
        .run();
  }

  @Override
  public Optional<Bend> bend() {
    return bend;
  }

  @Override
  public void close() {
    kernels.close();
  }
}
