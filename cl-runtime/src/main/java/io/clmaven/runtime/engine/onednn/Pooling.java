package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import io.clmaven.runtime.engine.Extent;
import io.clmaven.runtime.engine.Window;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;

/** oneDNN's pooling of images that are kept channels last. */
final class Pooling implements AutoCloseable {

  /** What becomes of the values in a window. */
  enum Kind {
    /** The largest of them, of equal ones the first; padding never wins. */
    MAX(algorithm.pooling_max),
    /** Their mean; padding counts as zeros, as in PyTorch. */
    AVERAGE(algorithm.pooling_avg_include_padding);

    private final algorithm rule;

    Kind(algorithm rule) {
      this.rule = rule;
    }
  }

  /**
   * What is made for a batch size.
   *
   * @param workspace which value of each window won, for MAX
   */
  private record Kernels(Kernel forward, Kernel backward, BytePointer workspace)
      implements AutoCloseable {

    @Override
    public void close() {
      forward.close();
      backward.close();
      workspace.close();
    }
  }

  private final Cpu cpu;
  private final Kind kind;
  private final Window window;
  private final Image input;
  private final Image output;
  private final PerBatchSize<Kernels> kernels = new PerBatchSize<>(this::compile);

  Pooling(Cpu cpu, Kind kind, Window window, Image input, Image output) {
    this.cpu = cpu;
    this.kind = kind;
    this.window = window;
    this.input = input;
    this.output = output;
  }

  Kind kind() {
    return kind;
  }

  Window window() {
    return window;
  }

  /** Returns the shape of a sample before it. */
  Image input() {
    return input;
  }

  /** Returns the shape of a sample behind it. */
  Image output() {
    return output;
  }

  /** Pools images. */
  void forward(int rows, Matrix source, Matrix target) {
    target.reserve(rows);
    kernels
        .of(rows)
        .forward()
        .at(DNNL_ARG_SRC, source.data())
        .at(DNNL_ARG_DST, target.data())
        .run();
  }

  /** Spreads values behind the pooling over where they come from, as the last forward decided. */
  void backward(int rows, Matrix source, Matrix target) {
    target.reserve(rows);
    kernels
        .of(rows)
        .backward()
        .at(DNNL_ARG_DIFF_DST, source.data())
        .at(DNNL_ARG_DIFF_SRC, target.data())
        .run();
  }

  /**
   * Returns which value of each window won in the last forward: kernel row * kernel width + kernel
   * column, in the order of the output; a byte each, or an int for windows beyond a byte.
   */
  BytePointer winners(int rows) {
    return kernels.of(rows).workspace();
  }

  private Kernels compile(int rows) {
    memory.desc source = Cpu.images(rows, input);
    memory.desc target = Cpu.images(rows, output);
    try (pooling_forward.primitive_desc forward = forward(source, target);
        pooling_backward.primitive_desc backward = backward(source, target, forward)) {
      memory.desc winners = forward.workspace_desc();
      BytePointer workspace = new BytePointer(winners.get_size());
      return new Kernels(
          kernel(new pooling_forward(forward), winners, workspace)
              .takes(DNNL_ARG_SRC, source)
              .takes(DNNL_ARG_DST, target),
          kernel(new pooling_backward(backward), winners, workspace)
              .takes(DNNL_ARG_DIFF_DST, target)
              .takes(DNNL_ARG_DIFF_SRC, source),
          workspace);
    }
  }

  private pooling_forward.primitive_desc forward(memory.desc source, memory.desc target) {
    return new pooling_forward.primitive_desc(
        cpu.engine(),
        prop_kind.forward_training, // an evaluation can be differentiated, too
        kind.rule,
        source,
        target,
        pair(window.stride()),
        pair(window.kernel()),
        Cpu.pair(0, 0),
        pair(window.padding()),
        pair(window.padding()));
  }

  private pooling_backward.primitive_desc backward(
      memory.desc source, memory.desc target, pooling_forward.primitive_desc forward) {
    return new pooling_backward.primitive_desc(
        cpu.engine(),
        kind.rule,
        source,
        target,
        pair(window.stride()),
        pair(window.kernel()),
        Cpu.pair(0, 0),
        pair(window.padding()),
        pair(window.padding()),
        forward);
  }

  private Kernel kernel(primitive primitive, memory.desc winners, BytePointer workspace) {
    Kernel kernel = new Kernel(cpu, primitive);
    return kind == Kind.MAX
        ? kernel.takes(DNNL_ARG_WORKSPACE, winners).at(DNNL_ARG_WORKSPACE, workspace)
        : kernel;
  }

  private static LongPointer pair(Extent extent) {
    return Cpu.pair(extent.rows(), extent.columns());
  }

  @Override
  public void close() {
    kernels.close();
  }
}
