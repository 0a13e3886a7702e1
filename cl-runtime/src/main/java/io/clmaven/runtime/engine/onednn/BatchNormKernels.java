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
import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_fuse_norm_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_global_stats;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/** Batch normalisation of a fixed number of images, forward and backward. */
final class BatchNormKernels implements AutoCloseable {

  /**
   * What all batch sizes share.
   *
   * @param image shape of one sample
   * @param epsilon added to the variance
   * @param moments where mean and variance are, or go to
   * @param scale of each channel
   * @param shift of each channel
   */
  record Setup(
      Image image,
      double epsilon,
      Moments moments,
      ParameterMemory.Views scale,
      ParameterMemory.Views shift) {}

  /** Makes kernels that compute mean and variance of the batch. */
  static final int OF_BATCH = dnnl_use_scale | dnnl_use_shift;

  /** Makes kernels that take mean and variance as constants. */
  static final int OF_CONSTANTS = OF_BATCH | dnnl_use_global_stats;

  /** Added to one of the above: the negative part of the result is cut off. */
  static final int RECTIFIED = dnnl_fuse_norm_relu;

  private final Setup setup;
  private final Kernel forward;
  private final Kernel backward;
  private final FloatPointer workspace; // which results were negative

  /**
   * Compiles them.
   *
   * @param flags {@link #OF_BATCH} or {@link #OF_CONSTANTS}, plus {@link #RECTIFIED} or not
   */
  BatchNormKernels(Cpu cpu, Setup setup, int flags, int rows) {
    this.setup = setup;
    float epsilon = (float) setup.epsilon();
    memory.desc images = Cpu.images(rows, setup.image());
    batch_normalization_forward.primitive_desc pd =
        new batch_normalization_forward.primitive_desc(
            cpu.engine(), dnnl_forward_training, images, images, epsilon, flags);
    batch_normalization_backward.primitive_desc back =
        new batch_normalization_backward.primitive_desc(
            cpu.engine(), dnnl_backward, images, images, images, epsilon, flags, pd);
    memory.desc decisions = pd.workspace_desc();
    this.workspace = Memory.floats(decisions.get_size() / Float.BYTES + 1);
    this.forward =
        channels(new Kernel(cpu, new batch_normalization_forward(pd)), decisions)
            .takes(DNNL_ARG_SRC, images)
            .takes(DNNL_ARG_SHIFT, perChannel())
            .takes(DNNL_ARG_DST, images);
    this.backward =
        channels(new Kernel(cpu, new batch_normalization_backward(back)), decisions)
            .takes(DNNL_ARG_SRC, images)
            .takes(DNNL_ARG_DIFF_DST, images)
            .takes(DNNL_ARG_DIFF_SCALE, perChannel())
            .takes(DNNL_ARG_DIFF_SHIFT, perChannel())
            .takes(DNNL_ARG_DIFF_SRC, images);
  }

  private Kernel channels(Kernel kernel, memory.desc decisions) {
    kernel
        .takes(DNNL_ARG_MEAN, perChannel())
        .takes(DNNL_ARG_VARIANCE, perChannel())
        .takes(DNNL_ARG_SCALE, perChannel())
        .takes(DNNL_ARG_WORKSPACE, decisions);
    return kernel
        .at(DNNL_ARG_MEAN, setup.moments().mean().data())
        .at(DNNL_ARG_VARIANCE, setup.moments().variance().data())
        .at(DNNL_ARG_WORKSPACE, workspace);
  }

  private memory.desc perChannel() {
    return Cpu.values(memory.format_tag.a, setup.image().channels());
  }

  /** Normalises. */
  void forward(Matrix input, Matrix output) {
    forward
        .at(DNNL_ARG_SRC, input.data())
        .at(DNNL_ARG_SCALE, setup.scale().values().data())
        .at(DNNL_ARG_SHIFT, setup.shift().values().data())
        .at(DNNL_ARG_DST, output.data())
        .run();
  }

  /** Computes the gradients of the input and, in their place, of scale and shift. */
  void backward(Matrix input, Matrix gradient, Matrix inputGradient) {
    backward
        .at(DNNL_ARG_SRC, input.data())
        .at(DNNL_ARG_SCALE, setup.scale().values().data())
        .at(DNNL_ARG_DIFF_DST, gradient.data())
        .at(DNNL_ARG_DIFF_SCALE, setup.scale().gradient().data())
        .at(DNNL_ARG_DIFF_SHIFT, setup.shift().gradient().data())
        .at(DNNL_ARG_DIFF_SRC, inputGradient.data())
        .run();
  }

  @Override
  public void close() {
    forward.close();
    backward.close();
    workspace.close();
  }
}
