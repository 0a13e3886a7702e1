package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.javacpp.FloatPointer;

/** Off-heap memory that starts where a cache line does: kernels are slower elsewhere. */
final class Memory {

  private static final int LINE = 64;

  private Memory() {}

  /** Allocates floats that belong to nobody else; closing the pointer releases them. */
  static FloatPointer floats(long length) {
    FloatPointer all = new FloatPointer(length + LINE / Float.BYTES);
    long ahead = (LINE - all.address() % LINE) % LINE / Float.BYTES;
    return new AlignedFloats(all, ahead, length);
  }

  /** Part of an allocation that keeps the whole alive. */
  private static final class AlignedFloats extends FloatPointer {

    private final FloatPointer all;

    AlignedFloats(FloatPointer all, long ahead, long length) {
      super(all.<FloatPointer>getPointer(ahead));
      this.all = all;
      capacity(length);
    }

    @Override
    public void deallocate() {
      super.deallocate();
      all.deallocate();
    }
  }
}
