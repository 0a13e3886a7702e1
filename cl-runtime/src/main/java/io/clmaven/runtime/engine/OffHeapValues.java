package io.clmaven.runtime.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The values of a contiguous float32 array [P], and arithmetic over them. */
sealed interface OffHeapValues {

  /** Takes the way that suits the backend. */
  static OffHeapValues of(INDArray array, FloatPointer pointer) {
    return Nd4jBackend.isCuda()
        ? new OnDevice(array)
        : new OnHost(pointer, Math.toIntExact(array.length()));
  }

  /** Copies all values to the heap. */
  void get(float[] target);

  /** Copies all values from the heap. */
  void put(float[] source);

  /**
   * Copies all values of another array.
   *
   * @param other of the same length and backend
   */
  void copyFrom(OffHeapValues other);

  /** Multiplies all values by a factor. */
  void scale(float factor);

  /**
   * Returns the product with another array.
   *
   * @param other of the same length and backend
   */
  double dot(OffHeapValues other);

  /** Returns the L2 norm. */
  double norm();

  /** Returns the largest absolute value. */
  float maximumMagnitude();

  /** What the pointer points at is all there is; sums are in double precision. */
  record OnHost(FloatPointer pointer, int length) implements OffHeapValues {

    @Override
    public void get(float[] target) {
      pointer.get(target);
    }

    @Override
    public void put(float[] source) {
      pointer.put(source);
    }

    @Override
    public void copyFrom(OffHeapValues other) {
      Pointer.memcpy(pointer, ((OnHost) other).pointer, (long) length * Float.BYTES);
    }

    @Override
    public void scale(float factor) {
      openblas.cblas_sscal(length, factor, pointer, 1);
    }

    @Override
    public double dot(OffHeapValues other) {
      return openblas.cblas_dsdot(length, pointer, 1, ((OnHost) other).pointer, 1);
    }

    @Override
    public double norm() {
      return Math.sqrt(openblas.cblas_dsdot(length, pointer, 1, pointer, 1));
    }

    @Override
    public float maximumMagnitude() {
      return Math.abs(pointer.get(openblas.cblas_isamax(length, pointer, 1)));
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

    @Override
    public void copyFrom(OffHeapValues other) {
      array.assign(((OnDevice) other).array);
    }

    @Override
    public void scale(float factor) {
      Nd4j.getBlasWrapper().level1().scal(array.length(), factor, array);
    }

    @Override
    public double dot(OffHeapValues other) {
      return Nd4j.getBlasWrapper().level1().dot(array.length(), 1, array, ((OnDevice) other).array);
    }

    @Override
    public double norm() {
      return array.norm2Number().doubleValue();
    }

    @Override
    public float maximumMagnitude() {
      return array.amaxNumber().floatValue();
    }
  }
}
