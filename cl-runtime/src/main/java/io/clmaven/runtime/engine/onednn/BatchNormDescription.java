package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_fuse_norm_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_global_stats;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.memory;

/** Describes the kernels of a batch normalisation to oneDNN. */
final class BatchNormDescription implements AutoCloseable {

  /** Where mean and variance come from. */
  enum Source {
    /** The kernel computes them from the batch; they take part in the gradient. */
    BATCH(dnnl_use_scale | dnnl_use_shift),
    /** They are given, and constant. */
    GIVEN(dnnl_use_scale | dnnl_use_shift | dnnl_use_global_stats);

    private final int flags;

    Source(int flags) {
      this.flags = flags;
    }
  }

  private final batch_normalization_forward.primitive_desc forward;
  private final batch_normalization_backward.primitive_desc backward;
  private final boolean rectifies;

  private BatchNormDescription(BatchNormSetup setup, int flags, int rows) {
    memory.desc images = Cpu.images(rows, setup.image());
    float epsilon = (float) setup.epsilon();
    this.rectifies = (flags & dnnl_fuse_norm_relu) != 0;
    this.forward = forward(setup, images, flags | dnnl_use_global_stats);
    try (batch_normalization_forward.primitive_desc hint = forward(setup, images, flags)) {
      this.backward =
          new batch_normalization_backward.primitive_desc(
              setup.cpu().engine(), dnnl_backward, images, images, images, epsilon, flags, hint);
    }
  }

  /** Mean and variance are given to the forward kernel, wherever they come from. */
  private static batch_normalization_forward.primitive_desc forward(
      BatchNormSetup setup, memory.desc images, int flags) {
    return new batch_normalization_forward.primitive_desc(
        setup.cpu().engine(),
        dnnl_forward_training,
        images,
        images,
        (float) setup.epsilon(),
        flags);
  }

  /**
   * Describes kernels with the ReLU, if there is one, where oneDNN compiles such kernels: for
   * numbers of channels that do not fill its vectors it has only loops, 20 times as slow.
   */
  static BatchNormDescription of(BatchNormSetup setup, Source source, int rows) {
    if (setup.isRectified()) {
      BatchNormDescription rectified =
          new BatchNormDescription(setup, source.flags | dnnl_fuse_norm_relu, rows);
      if (rectified.isCompiled()) {
        return rectified;
      }
      rectified.close();
    }
    return new BatchNormDescription(setup, source.flags, rows);
  }

  private boolean isCompiled() {
    return forward.impl_info_str().getString().contains("jit")
        && backward.impl_info_str().getString().contains("jit");
  }

  /** Returns whether the kernels do the ReLU. */
  boolean rectifies() {
    return rectifies;
  }

  /** Returns what the forward kernel notes for the backward one. */
  memory.desc decisions() {
    return forward.workspace_desc();
  }

  Kernel forward(Cpu cpu) {
    return new Kernel(cpu, new batch_normalization_forward(forward));
  }

  Kernel backward(Cpu cpu) {
    return new Kernel(cpu, new batch_normalization_backward(backward));
  }

  @Override
  public void close() {
    backward.close();
    forward.close();
  }
}
