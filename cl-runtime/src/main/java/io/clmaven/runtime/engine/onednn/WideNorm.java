package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_global_stats;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.memory;

/**
 * Normalises a fixed number of samples by given mean and variance. Every value is treated by
 * itself, so the kernel sees images {@link Image#wide}, with as many copies of what each channel
 * has: for 20 channels that takes 0.4 of the time.
 */
final class WideNorm implements AutoCloseable {

  private static final int FLAGS = dnnl_use_scale | dnnl_use_shift | dnnl_use_global_stats;

  private final BatchNormSetup setup;
  private final Kernel kernel;
  private final Matrix mean; // [1, C of the wide image], like the others
  private final Matrix variance;
  private final Matrix scale;
  private final Matrix shift;

  WideNorm(BatchNormSetup setup, int rows) {
    Image wide = setup.image().wide();
    memory.desc images = Cpu.images(rows, wide);
    memory.desc perChannel = Cpu.values(memory.format_tag.a, wide.channels());
    this.setup = setup;
    this.mean = row(wide.channels());
    this.variance = row(wide.channels());
    this.scale = row(wide.channels());
    this.shift = row(wide.channels());
    this.kernel =
        new Kernel(setup.cpu(), primitive(setup, images))
            .takes(DNNL_ARG_SRC, images)
            .takes(DNNL_ARG_DST, images)
            .takes(DNNL_ARG_MEAN, perChannel)
            .takes(DNNL_ARG_VARIANCE, perChannel)
            .takes(DNNL_ARG_SCALE, perChannel)
            .takes(DNNL_ARG_SHIFT, perChannel)
            .at(DNNL_ARG_MEAN, mean.data())
            .at(DNNL_ARG_VARIANCE, variance.data())
            .at(DNNL_ARG_SCALE, scale.data())
            .at(DNNL_ARG_SHIFT, shift.data());
  }

  private static Matrix row(int columns) {
    Matrix row = Matrix.empty(columns);
    row.reserve(1);
    return row;
  }

  private static batch_normalization_forward primitive(BatchNormSetup setup, memory.desc images) {
    float epsilon = (float) setup.epsilon();
    try (batch_normalization_forward.primitive_desc description =
        new batch_normalization_forward.primitive_desc(
            setup.cpu().engine(), dnnl_forward_inference, images, images, epsilon, FLAGS)) {
      return new batch_normalization_forward(description);
    }
  }

  /** Normalises; the output may be the input. */
  void run(Matrix input, Matrix output) {
    mean.repeat(setup.moments().mean());
    variance.repeat(setup.moments().variance());
    scale.repeat(setup.scale().values());
    shift.repeat(setup.shift().values());
    kernel.at(DNNL_ARG_SRC, input.data()).at(DNNL_ARG_DST, output.data()).run();
  }

  @Override
  public void close() {
    kernel.close();
    mean.close();
    variance.close();
    scale.close();
    shift.close();
  }
}
