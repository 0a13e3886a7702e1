package io.clmaven.runtime.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A flat float32 vector in two places: off-heap as an {@code INDArray} where the kernels read and
 * write, and on the heap as a {@code float[]} where methods and optimizers run plain loops over it.
 * It knows which of the two is newer and copies only when the other one is asked for; a step that
 * never looks at the heap copies nothing.
 */
public final class FlatVector {

  /** Which place holds the values last written. */
  private enum Newest {
    OFF_HEAP,
    HEAP,
    BOTH
  }

  private final INDArray array; // [P]
  private final float[] values; // [P]
  private final FloatPointer pointer;
  private Newest newest = Newest.OFF_HEAP;

  /** Wraps a contiguous array [P]. */
  public FlatVector(INDArray array) {
    this.array = array;
    this.values = new float[Math.toIntExact(array.length())];
    this.pointer = new FloatPointer(array.data().addressPointer());
  }

  /** Returns the number of elements. */
  public int length() {
    return values.length;
  }

  /** Returns the current values on the heap [P], to be read; ask again after each step. */
  public float[] pull() {
    if (newest == Newest.OFF_HEAP) {
      pointer.get(values);
      newest = Newest.BOTH;
    }
    return values;
  }

  /** Returns the current values on the heap [P], to be changed; ask again after each step. */
  public float[] values() {
    pull();
    newest = Newest.HEAP;
    return values;
  }

  /** Makes the off-heap values current, for kernels that read them. */
  public void push() {
    if (newest == Newest.HEAP) {
      pointer.put(values);
      newest = Newest.BOTH;
    }
  }

  /** Returns the current values off-heap [P], a live view, to be read or changed. */
  public INDArray array() {
    push();
    newest = Newest.OFF_HEAP;
    return array;
  }

  /** Tells that a kernel wrote all off-heap values. */
  public void written() {
    newest = Newest.OFF_HEAP;
  }

  /** Adds {@code factor} times another vector of the same length, off-heap. */
  public void add(float factor, FlatVector other) {
    push();
    other.push();
    if (Nd4jBackend.isCuda()) {
      Nd4j.getBlasWrapper().level1().axpy(array.length(), factor, other.array, array);
    } else {
      openblas.cblas_saxpy(values.length, factor, other.pointer, 1, pointer, 1);
    }
    newest = Newest.OFF_HEAP;
  }
}
