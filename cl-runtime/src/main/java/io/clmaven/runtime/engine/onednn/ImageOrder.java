package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

/** Turns images between the public order [N, C, H, W] and channels last. */
final class ImageOrder implements AutoCloseable {

  private final Cpu cpu;
  private final Image image;
  private final PerBatchSize<Kernel> toChannelsLast = new PerBatchSize<>(this::toChannelsLast);
  private final PerBatchSize<Kernel> toPublic = new PerBatchSize<>(this::toPublic);

  ImageOrder(Cpu cpu, Image image) {
    this.cpu = cpu;
    this.image = image;
  }

  /** Returns the number of values of an image. */
  int columns() {
    return image.size();
  }

  void toChannelsLast(int rows, Matrix source, Matrix target) {
    run(toChannelsLast.of(rows), source, target);
  }

  void toPublic(int rows, Matrix source, Matrix target) {
    run(toPublic.of(rows), source, target);
  }

  private static void run(Kernel kernel, Matrix source, Matrix target) {
    kernel.at(DNNL_ARG_FROM, source.data()).at(DNNL_ARG_TO, target.data()).run();
  }

  private Kernel toChannelsLast(int rows) {
    return Kernel.reorder(cpu, Cpu.publicImages(rows, image), Cpu.images(rows, image));
  }

  private Kernel toPublic(int rows) {
    return Kernel.reorder(cpu, Cpu.images(rows, image), Cpu.publicImages(rows, image));
  }

  @Override
  public void close() {
    toChannelsLast.close();
    toPublic.close();
  }
}
