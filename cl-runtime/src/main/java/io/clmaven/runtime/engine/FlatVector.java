package io.clmaven.runtime.engine;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
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
  private final int length;
  private final FloatPointer pointer; // of the CPU's kernels
  private final FloatPointer part; // the same memory from some index on
  private final OffHeapValues offHeap;
  private final PendingProducts pending = new PendingProducts();
  private final KnownFactors known = new KnownFactors();
  private float[] heap; // [P], once it was asked for
  private Newest newest = Newest.OFF_HEAP;

  /** Wraps a contiguous array [P]. */
  public FlatVector(INDArray array) {
    this.array = array;
    this.length = Math.toIntExact(array.length());
    this.pointer = new FloatPointer(array.data().addressPointer());
    this.part = new FloatPointer(pointer);
    this.offHeap = OffHeapValues.of(array, pointer);
  }

  /** Returns the number of elements. */
  public int length() {
    return length;
  }

  /** Returns the current values on the heap [P], to be read; ask again after each step. */
  public float[] pull() {
    pending.settle();
    if (newest == Newest.OFF_HEAP) {
      if (heap == null) {
        heap = new float[length];
      }
      offHeap.get(heap);
      newest = Newest.BOTH;
    }
    return heap;
  }

  /** Returns the current values on the heap [P], to be changed; ask again after each step. */
  public float[] values() {
    known.clear();
    pull();
    newest = Newest.HEAP;
    return heap;
  }

  /** Makes the off-heap values current, for kernels that read them. */
  public void push() {
    pending.settle();
    if (newest == Newest.HEAP) {
      offHeap.put(heap);
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
    return known.from(from);
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
    pending.addTo(factor, pointer, length, target);
  }

  /** Copies another vector of the same length, off-heap. */
  public void copyFrom(FlatVector other) {
    requireSameLength(other);
    other.push();
    overwrite();
    offHeap.copyFrom(other.offHeap);
  }

  /** Multiplies all elements by a factor, off-heap. */
  public void scale(float factor) {
    known.clear();
    push();
    offHeap.scale(factor);
    newest = Newest.OFF_HEAP;
  }

  /** Returns the L2 norm; squares are summed in double precision. */
  public double norm() {
    push();
    return offHeap.norm();
  }

  /** Returns the product with another vector of the same length, summed in double precision. */
  public double dot(FlatVector other) {
    requireSameLength(other);
    push();
    other.push();
    return offHeap.dot(other.offHeap);
  }

  /** Returns the largest absolute value. */
  public float maximumMagnitude() {
    push();
    return offHeap.maximumMagnitude();
  }

  /** Sets the elements from an index to before another one to zero. */
  public void clear(int from, int to) {
    known.clear();
    if (newest == Newest.HEAP) {
      Arrays.fill(heap, from, to, 0f);
    } else if (Nd4jBackend.isCuda()) {
      array().get(NDArrayIndex.interval(from, to)).assign(0);
    } else {
      memory(from).limit(to).fill(0);
      part.limit(pointer.limit());
    }
  }

  /** Returns the CPU's memory from an index on, for a kernel to change until the next call. */
  FloatPointer memory(int from) {
    known.clear();
    push();
    newest = Newest.OFF_HEAP;
    return part.position(from);
  }

  private void requireSameLength(FlatVector other) {
    if (other.length() != length()) {
      throw new IllegalArgumentException(
          "vectors of %d and %d elements do not fit".formatted(length(), other.length()));
    }
  }
}
