package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;

import io.clmaven.runtime.engine.onednn.Pointwise.Operation;
import java.util.List;
import org.bytedeco.dnnl.memory;

/** What a {@link Chain} does to each value of its convolution. */
sealed interface Link extends AutoCloseable {

  /**
   * Returns its operations in order.
   *
   * @param image the values as the kernel sees them
   */
  List<Operation> operations(int rows, Image image);

  /**
   * Says where the operands are.
   *
   * @param first number of its first operation in the kernel
   */
  default void supply(Kernel kernel, int first, Matrix[] inputs) {}

  @Override
  default void close() {}

  /** y = max(x, 0). */
  record Rectified() implements Link {

    @Override
    public List<Operation> operations(int rows, Image image) {
      return List.of(Operation.RELU);
    }
  }

  /**
   * y = x + another input.
   *
   * @param input number among the inputs of the chain
   */
  record Added(int input) implements Link {

    @Override
    public List<Operation> operations(int rows, Image image) {
      return List.of(Operation.binary(dnnl_binary_add, Cpu.images(rows, image)));
    }

    @Override
    public void supply(Kernel kernel, int first, Matrix[] inputs) {
      kernel.at(Pointwise.operand(first), inputs[input].data());
    }
  }

  /** y = factor x + shift, with both of each channel: batch normalisation by running statistics. */
  record Normalized(RunningNorm norm) implements Link {

    @Override
    public List<Operation> operations(int rows, Image image) {
      memory.desc perChannel = Cpu.images(1, new Image(image.channels(), 1, 1));
      return List.of(
          Operation.binary(dnnl_binary_mul, perChannel),
          Operation.binary(dnnl_binary_add, perChannel));
    }

    @Override
    public void supply(Kernel kernel, int first, Matrix[] inputs) {
      norm.read();
      kernel
          .at(Pointwise.operand(first), norm.factor().data())
          .at(Pointwise.operand(first + 1), norm.shift().data());
    }

    @Override
    public void close() {
      norm.close();
    }
  }
}
