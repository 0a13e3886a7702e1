package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.Optional;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Batch normalisation of a fixed number of samples, forward and backward. A ReLU is part of both
 * kernels or of none: the backward one reads what the forward one noted.
 */
final class BatchNormKernels implements AutoCloseable {

  private final BatchNormSetup setup;
  private final int rows;
  private final Optional<Kernel> rectified; // forward with the ReLU
  private final Optional<WideNorm> plain; // forward without it
  private final Optional<Activation> relu; // where the kernels do not do it
  private final Kernel backward;
  private final FloatPointer workspace; // what a ReLU in the kernel decided

  BatchNormKernels(BatchNormSetup setup, BatchNormDescription.Source source, int rows) {
    this.setup = setup;
    this.rows = rows;
    memory.desc images = Cpu.images(rows, setup.image());
    try (BatchNormDescription description = BatchNormDescription.of(setup, source, rows)) {
      memory.desc decisions = description.decisions();
      this.workspace = Memory.floats(decisions.get_size() / Float.BYTES + 1);
      boolean rectifies = description.rectifies();
      this.rectified =
          rectifies ? Optional.of(rectified(description, decisions, images)) : Optional.empty();
      this.plain = rectifies ? Optional.empty() : Optional.of(new WideNorm(setup, rows));
      this.relu =
          setup.isRectified() && !rectifies
              ? Optional.of(ActivationKernels.relu(setup.cpu(), setup.image().size(), 0))
              : Optional.empty();
      this.backward =
          channels(description.backward(setup.cpu()), decisions)
              .takes(DNNL_ARG_SRC, images)
              .takes(DNNL_ARG_DIFF_DST, images)
              .takes(DNNL_ARG_DIFF_SCALE, perChannel())
              .takes(DNNL_ARG_DIFF_SHIFT, perChannel())
              .takes(DNNL_ARG_DIFF_SRC, images);
    }
  }

  private Kernel rectified(
      BatchNormDescription description, memory.desc decisions, memory.desc images) {
    return channels(description.forward(setup.cpu()), decisions)
        .takes(DNNL_ARG_SRC, images)
        .takes(DNNL_ARG_SHIFT, perChannel())
        .takes(DNNL_ARG_DST, images);
  }

  private Kernel channels(Kernel kernel, memory.desc decisions) {
    return kernel
        .takes(DNNL_ARG_MEAN, perChannel())
        .takes(DNNL_ARG_VARIANCE, perChannel())
        .takes(DNNL_ARG_SCALE, perChannel())
        .takes(DNNL_ARG_WORKSPACE, decisions)
        .at(DNNL_ARG_MEAN, setup.moments().mean().data())
        .at(DNNL_ARG_VARIANCE, setup.moments().variance().data())
        .at(DNNL_ARG_WORKSPACE, workspace);
  }

  private memory.desc perChannel() {
    return Cpu.values(memory.format_tag.a, setup.image().channels());
  }

  /** Normalises. */
  void forward(Matrix input, Matrix output) {
    if (rectified.isPresent()) {
      rectified
          .get()
          .at(DNNL_ARG_SRC, input.data())
          .at(DNNL_ARG_SCALE, setup.scale().values().data())
          .at(DNNL_ARG_SHIFT, setup.shift().values().data())
          .at(DNNL_ARG_DST, output.data())
          .run();
    } else {
      plain.orElseThrow().run(input, output);
    }
    if (relu.isPresent()) {
      relu.get().apply(rows, output, output);
    }
  }

  /** Computes the gradients of the input and, in their place, of scale and shift. */
  void backward(Matrix input, Matrix output, Matrix gradient, Matrix inputGradient) {
    Matrix behind = gradient;
    if (relu.isPresent()) {
      relu.get().timesSlope(rows, output, gradient, inputGradient);
      behind = inputGradient; // the kernel may work in place
    }
    backward
        .at(DNNL_ARG_SRC, input.data())
        .at(DNNL_ARG_SCALE, setup.scale().values().data())
        .at(DNNL_ARG_DIFF_DST, behind.data())
        .at(DNNL_ARG_DIFF_SCALE, setup.scale().gradient().data())
        .at(DNNL_ARG_DIFF_SHIFT, setup.shift().gradient().data())
        .at(DNNL_ARG_DIFF_SRC, inputGradient.data())
        .run();
  }

  @Override
  public void close() {
    rectified.ifPresent(Kernel::close);
    plain.ifPresent(WideNorm::close);
    backward.close();
    workspace.close();
    relu.ifPresent(Activation::close);
  }
}
