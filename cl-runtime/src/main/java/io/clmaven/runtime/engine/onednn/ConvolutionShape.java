package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Extent;
import io.clmaven.runtime.engine.Window;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.LongPointer;

/**
 * A convolution in oneDNN's words. Images are channels last; how the weights lie is left to oneDNN,
 * whose fast kernels want them in blocks of channels.
 *
 * @param input shape of a sample before it
 * @param output shape of a sample behind it
 * @param window what slides
 * @param hasBias whether a bias is added
 */
record ConvolutionShape(Image input, Image output, Window window, boolean hasBias) {

  private static final algorithm DIRECT = algorithm.convolution_direct;

  ConvolutionShape withoutBias() {
    return new ConvolutionShape(input, output, window, false);
  }

  convolution_forward.primitive_desc forward(Cpu cpu, int rows, primitive_attr attributes) {
    return KernelChoice.forward(this)
        .of(
            () ->
                new convolution_forward.primitive_desc(
                    cpu.engine(),
                    prop_kind.forward_training,
                    DIRECT,
                    inputs(rows),
                    weights(memory.format_tag.any),
                    bias(),
                    outputs(rows),
                    pair(window.stride()),
                    pair(window.padding()),
                    pair(window.padding()),
                    attributes,
                    false));
  }

  convolution_backward_data.primitive_desc backwardData(Cpu cpu, int rows) {
    try (primitive_attr attributes = new primitive_attr();
        convolution_forward.primitive_desc hint = forward(cpu, rows, attributes)) {
      return KernelChoice.backwardData(this)
          .of(
              () ->
                  new convolution_backward_data.primitive_desc(
                      cpu.engine(),
                      DIRECT,
                      inputs(rows),
                      weights(memory.format_tag.any),
                      outputs(rows),
                      pair(window.stride()),
                      pair(window.padding()),
                      pair(window.padding()),
                      hint));
    }
  }

  convolution_backward_weights.primitive_desc backwardWeights(Cpu cpu, int rows) {
    try (primitive_attr attributes = new primitive_attr();
        convolution_forward.primitive_desc hint = forward(cpu, rows, attributes)) {
      return KernelChoice.backwardWeights(this)
          .of(
              () ->
                  new convolution_backward_weights.primitive_desc(
                      cpu.engine(),
                      DIRECT,
                      inputs(rows),
                      weights(memory.format_tag.any),
                      bias(),
                      outputs(rows),
                      pair(window.stride()),
                      pair(window.padding()),
                      pair(window.padding()),
                      hint));
    }
  }

  memory.desc inputs(int rows) {
    return Cpu.images(rows, input);
  }

  memory.desc outputs(int rows) {
    return Cpu.images(rows, output);
  }

  /** Describes the weights as they lie in the flat vectors. */
  memory.desc publicWeights() {
    return weights(memory.format_tag.oihw);
  }

  memory.desc bias() {
    return hasBias ? Cpu.values(memory.format_tag.a, output.channels()) : new memory.desc();
  }

  private memory.desc weights(memory.format_tag layout) {
    Extent kernel = window.kernel();
    return Cpu.values(layout, output.channels(), input.channels(), kernel.rows(), kernel.columns());
  }

  private static LongPointer pair(Extent extent) {
    return Cpu.pair(extent.rows(), extent.columns());
  }
}
