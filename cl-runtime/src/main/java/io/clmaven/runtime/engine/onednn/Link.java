package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;

/** What a {@link Chain} does to each value of its convolution before it is stored. */
sealed interface Link extends AutoCloseable {

  /** Appends the operations to those of the kernel. */
  void append(post_ops operations, int rows);

  /**
   * Declares the arguments of the operations.
   *
   * @param first number of the first of them among those of the kernel
   */
  default void declare(Kernel kernel, int first, int rows) {}

  /** Says where the arguments are. */
  default void supply(Kernel kernel, int first, Matrix[] inputs) {}

  @Override
  default void close() {}

  /** Returns the name of the argument of an operation. */
  private static int argument(int operation) {
    return DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (operation + 1) | DNNL_ARG_SRC_1;
  }

  /** y = max(x, 0). */
  record Rectified() implements Link {

    @Override
    public void append(post_ops operations, int rows) {
      operations.append_eltwise(algorithm.eltwise_relu, 0, 0);
    }
  }

  /**
   * y = x + another input.
   *
   * @param input number among the inputs of the chain
   */
  record Added(Image image, int input) implements Link {

    @Override
    public void append(post_ops operations, int rows) {
      operations.append_binary(algorithm.binary_add, Cpu.images(rows, image));
    }

    @Override
    public void declare(Kernel kernel, int first, int rows) {
      kernel.takes(argument(first), Cpu.images(rows, image));
    }

    @Override
    public void supply(Kernel kernel, int first, Matrix[] inputs) {
      kernel.at(argument(first), inputs[input].data());
    }
  }

  /** y = factor x + shift, with both of each channel: batch normalisation by running statistics. */
  record Normalized(RunningNorm norm) implements Link {

    private memory.desc perChannel() {
      return Cpu.values(memory.format_tag.nhwc, 1, norm.channels(), 1, 1);
    }

    @Override
    public void append(post_ops operations, int rows) {
      operations.append_binary(algorithm.binary_mul, perChannel());
      operations.append_binary(algorithm.binary_add, perChannel());
    }

    @Override
    public void declare(Kernel kernel, int first, int rows) {
      kernel.takes(argument(first), perChannel()).takes(argument(first + 1), perChannel());
    }

    @Override
    public void supply(Kernel kernel, int first, Matrix[] inputs) {
      norm.read();
      kernel.at(argument(first), norm.factor().data()).at(argument(first + 1), norm.shift().data());
    }

    @Override
    public void close() {
      norm.close();
    }
  }
}
