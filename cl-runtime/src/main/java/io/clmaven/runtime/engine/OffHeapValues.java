package io.clmaven.runtime.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The values of a contiguous float32 array, copied to the heap and back. */
sealed interface OffHeapValues {

  /** Takes the way that suits the backend. */
  static OffHeapValues of(INDArray array, FloatPointer pointer) {
    return Nd4jBackend.isCuda() ? new OnDevice(array) : new OnHost(pointer);
  }

  /** Copies all values to the heap. */
  void get(float[] target);

  /** Copies all values from the heap. */
  void put(float[] source);

  /** What the pointer points at is all there is. */
  record OnHost(FloatPointer pointer) implements OffHeapValues {

    @Override
    public void get(float[] target) {
      pointer.get(target);
    }

    @Override
    public void put(float[] source) {
      pointer.put(source);
    }
  }

  /**
   * The host has a copy that may be old. Only ND4J's own accessors bring it up to date before they
   * read and tell the device after they write.
   */
  record OnDevice(INDArray array) implements OffHeapValues {

    @Override
    public void get(float[] target) {
      System.arraycopy(array.data().asFloat(), 0, target, 0, target.length);
    }

    @Override
    public void put(float[] source) {
      array.data().setData(source);
    }
  }
}
