package io.clmaven.runtime.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A flat float32 vector in two places: off-heap as an {@code INDArray} where the kernels read and
 * write, and on the heap as a {@code float[]} where methods and optimizers run plain loops over it.
 * Nothing is copied unless {@link #pull} or {@link #push} is called.
 */
public final class FlatVector {

  private final INDArray array; // [P]
  private final float[] values; // [P]
  private final FloatPointer pointer;

  /** Wraps a contiguous array [P]; the heap copy is filled from it. */
  public FlatVector(INDArray array) {
    this.array = array;
    this.values = new float[Math.toIntExact(array.length())];
    this.pointer = new FloatPointer(array.data().addressPointer());
    pull();
  }

  /** Returns the off-heap array [P], a live view. */
  public INDArray array() {
    return array;
  }

  /** Returns the heap array [P], always the same object. */
  public float[] values() {
    return values;
  }

  /** Returns the number of elements. */
  public int length() {
    return values.length;
  }

  /** Copies off-heap to heap and returns the heap array. */
  public float[] pull() {
    pointer.get(values);
    return values;
  }

  /** Copies heap to off-heap. */
  public void push() {
    pointer.put(values);
  }
}
