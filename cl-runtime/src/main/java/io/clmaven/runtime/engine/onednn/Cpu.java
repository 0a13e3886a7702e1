package io.clmaven.runtime.engine.onednn;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.LongPointer;

/** oneDNN's view of the processor, and the queue its kernels run in. One per network. */
final class Cpu implements AutoCloseable {

  private final engine engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
  private final stream stream = new stream(engine);

  engine engine() {
    return engine;
  }

  stream stream() {
    return stream;
  }

  /** Describes float32 values in a layout of oneDNN's naming. */
  static memory.desc values(memory.format_tag layout, long... dimensions) {
    return new memory.desc(dimensions, memory.data_type.f32, layout);
  }

  /** Describes images [N, C, H, W] that are stored channels last. */
  static memory.desc images(int rows, Image image) {
    return values(memory.format_tag.nhwc, rows, image.channels(), image.height(), image.width());
  }

  /** Describes images [N, C, H, W] in the public order. */
  static memory.desc publicImages(int rows, Image image) {
    return values(memory.format_tag.nchw, rows, image.channels(), image.height(), image.width());
  }

  static LongPointer pair(long first, long second) {
    return new LongPointer(first, second);
  }

  @Override
  public void close() {
    stream.close();
    engine.close();
  }
}
