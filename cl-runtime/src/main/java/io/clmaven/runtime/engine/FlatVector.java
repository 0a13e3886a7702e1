package io.clmaven.runtime.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

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
  private final FloatPointer pointer; // of the CPU's kernels
  private final OffHeapValues offHeap;
  private final PendingProducts pending = new PendingProducts();
  private final List<OuterProducts> known = new ArrayList<>(); // of the values as they are
  private Newest newest = Newest.OFF_HEAP;

  /** Wraps a contiguous array [P]. */
  public FlatVector(INDArray array) {
    this.array = array;
    this.values = new float[Math.toIntExact(array.length())];
    this.pointer = new FloatPointer(array.data().addressPointer());
    this.offHeap = OffHeapValues.of(array, pointer);
  }

  /** Returns the number of elements. */
  public int length() {
    return values.length;
  }

  /** Returns the current values on the heap [P], to be read; ask again after each step. */
  public float[] pull() {
    pending.settle();
    if (newest == Newest.OFF_HEAP) {
      offHeap.get(values);
      newest = Newest.BOTH;
    }
    return values;
  }

  /** Returns the current values on the heap [P], to be changed; ask again after each step. */
  public float[] values() {
    known.clear();
    pull();
    newest = Newest.HEAP;
    return values;
  }

  /** Makes the off-heap values current, for kernels that read them. */
  public void push() {
    pending.settle();
    if (newest == Newest.HEAP) {
      offHeap.put(values);
      newest = Newest.BOTH;
    }
  }

  /** Returns the current values off-heap [P], a live view, to be read or changed. */
  public INDArray array() {
    known.clear();
    push();
    newest = Newest.OFF_HEAP;
    return array;
  }

  /** Tells that kernels write all off-heap values from now on; those of before are void. */
  public void overwrite() {
    pending.clear();
    known.clear();
    newest = Newest.OFF_HEAP;
  }

  /** Leaves a range to be computed when somebody looks at it; only after {@link #overwrite}. */
  public void defer(PendingProduct product) {
    pending.add(product);
  }

  /** Tells the factors of a range, whether it is written down or left for later. */
  public void know(OuterProducts factors) {
    known.add(factors);
  }

  /** Returns the factors of the range that begins at an index, or null if none are known. */
  OuterProducts factors(int from) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).from() == from) {
        return known.get(i);
      }
    }
    return null;
  }

  /** Tells that the factors of products are about to change. */
  public void keep() {
    known.clear();
    pending.keep();
  }

  /** Adds {@code factor} times another vector of the same length, off-heap. */
  public void add(float factor, FlatVector other) {
    requireSameLength(other);
    known.clear();
    push();
    if (Nd4jBackend.isCuda()) {
      other.push();
      Nd4j.getBlasWrapper().level1().axpy(array.length(), factor, other.array, array);
    } else {
      other.addTo(factor, pointer);
    }
    newest = Newest.OFF_HEAP;
  }

  private void addTo(float factor, FloatPointer target) {
    if (pending.isEmpty()) {
      push();
    }
    int done = 0;
    for (int i = 0; i < pending.size(); i++) {
      PendingProduct product = pending.get(i);
      addRange(factor, done, product.from(), target);
      product.addTo(factor, target.position(product.from()));
      done = product.to();
    }
    addRange(factor, done, values.length, target);
    target.position(0);
    pointer.position(0);
  }

  private void addRange(float factor, int from, int to, FloatPointer target) {
    if (to > from) {
      openblas.cblas_saxpy(to - from, factor, pointer.position(from), 1, target.position(from), 1);
    }
  }

  /** Copies another vector of the same length, off-heap. */
  public void copyFrom(FlatVector other) {
    requireSameLength(other);
    other.push();
    overwrite();
    if (Nd4jBackend.isCuda()) {
      array.assign(other.array);
    } else {
      Pointer.memcpy(pointer, other.pointer, (long) values.length * Float.BYTES);
    }
  }

  /** Multiplies all elements by a factor, off-heap. */
  public void scale(float factor) {
    known.clear();
    push();
    if (Nd4jBackend.isCuda()) {
      Nd4j.getBlasWrapper().level1().scal(array.length(), factor, array);
    } else {
      openblas.cblas_sscal(values.length, factor, pointer, 1);
    }
    newest = Newest.OFF_HEAP;
  }

  /** Returns the L2 norm; squares are summed in double precision. */
  public double norm() {
    push();
    if (Nd4jBackend.isCuda()) {
      return array.norm2Number().doubleValue();
    }
    return Math.sqrt(openblas.cblas_dsdot(values.length, pointer, 1, pointer, 1));
  }

  /** Returns the largest absolute value. */
  public float maximumMagnitude() {
    push();
    if (Nd4jBackend.isCuda()) {
      return array.amaxNumber().floatValue();
    }
    long index = openblas.cblas_isamax(values.length, pointer, 1);
    return Math.abs(pointer.get(index));
  }

  /** Sets the elements from an index to before another one to zero. */
  public void clear(int from, int to) {
    known.clear();
    if (newest == Newest.HEAP) {
      Arrays.fill(values, from, to, 0f);
    } else if (Nd4jBackend.isCuda()) {
      array().get(NDArrayIndex.interval(from, to)).assign(0);
    } else {
      memory(from).limit(to).fill(0);
    }
  }

  /** Returns the CPU's memory of the current values from an index on, for a kernel to change. */
  FloatPointer memory(int from) {
    known.clear();
    push();
    newest = Newest.OFF_HEAP;
    return new FloatPointer(pointer).position(from);
  }

  private void requireSameLength(FlatVector other) {
    if (other.length() != length()) {
      throw new IllegalArgumentException(
          "vectors of %d and %d elements do not fit".formatted(length(), other.length()));
    }
  }
}
