package io.clmaven.runtime.method.replay;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Off-heap rows of equal length, to be copied one by one.
 *
 * @param values of all rows, from position 0
 * @param length elements of one row
 */
record Rows(FloatPointer values, int length) {

  /** Looks at a row-major array [rows, length]. */
  static Rows of(INDArray array, int length) {
    return new Rows(new FloatPointer(array.data().addressPointer()), length);
  }

  /** Reads a row. */
  void get(int row, float[] target) {
    values.position((long) row * length).get(target);
    values.position(0);
  }

  /** Writes a row. */
  void put(int row, float[] source) {
    values.position((long) row * length).put(source);
    values.position(0);
  }

  /** Copies a row to other memory; the target's own position does not count and becomes 0. */
  void copy(int row, FloatPointer target, long position) {
    long bytes = (long) length * Float.BYTES; // memcpy counts positions in bytes
    values.position(row * bytes);
    Pointer.memcpy(target.position(position * Float.BYTES), values, bytes);
    values.position(0);
    target.position(0);
  }
}
