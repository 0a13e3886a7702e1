package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Memory for the weights of a convolution as a kernel wants them. Turning them costs a few
 * hundredths of the kernel itself, so it is done at every run and nobody has to know when weights
 * change.
 */
final class PackedWeights implements AutoCloseable {

  private final Cpu cpu;
  private final memory.desc loose;
  private final memory.desc packed;
  private final FloatPointer data;
  private Kernel pack; // null until needed, like the other way
  private Kernel unpack;

  /**
   * Makes the memory.
   *
   * @param loose layout in the flat vectors
   * @param packed layout of the kernel
   */
  PackedWeights(Cpu cpu, memory.desc loose, memory.desc packed) {
    this.cpu = cpu;
    this.loose = loose;
    this.packed = packed;
    this.data = Memory.floats(packed.get_size() / Float.BYTES);
  }

  memory.desc layout() {
    return packed;
  }

  FloatPointer data() {
    return data;
  }

  /** Fills the memory. */
  FloatPointer pack(Matrix weights) {
    if (pack == null) {
      pack = Kernel.reorder(cpu, loose, packed);
    }
    pack.at(DNNL_ARG_FROM, weights.data()).at(DNNL_ARG_TO, data).run();
    return data;
  }

  /** Copies what a kernel left in the memory to weights. */
  void unpack(Matrix weights) {
    if (unpack == null) {
      unpack = Kernel.reorder(cpu, packed, loose);
    }
    unpack.at(DNNL_ARG_FROM, data).at(DNNL_ARG_TO, weights.data()).run();
  }

  @Override
  public void close() {
    data.close();
    if (pack != null) {
      pack.close();
    }
    if (unpack != null) {
      unpack.close();
    }
  }
}
