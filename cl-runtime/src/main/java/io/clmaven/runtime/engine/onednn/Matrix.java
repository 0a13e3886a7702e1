package io.clmaven.runtime.engine.onednn;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Row-major float32 memory with a fixed number of columns; how many rows of it are in use is known
 * to the one who uses it.
 */
final class Matrix implements AutoCloseable {

  private final int columns;
  private FloatPointer data;
  private long capacity; // rows; 0 where the memory belongs to someone else

  private Matrix(FloatPointer data, int columns) {
    this.data = data;
    this.columns = columns;
  }

  /** Makes a matrix without memory; {@link #reserve} gives it some. */
  static Matrix empty(int columns) {
    return new Matrix(new FloatPointer(), columns);
  }

  /** Looks at memory that belongs to an array, from one of its elements on. */
  static Matrix view(INDArray array, long offset, int columns) {
    FloatPointer start = new FloatPointer(array.data().addressPointer());
    return new Matrix(start.getPointer(offset), columns);
  }

  /** Copies a row-major array to own memory. */
  static Matrix copy(float[] values, int columns) {
    Matrix matrix = empty(columns);
    matrix.reserve(values.length / columns);
    matrix.data.put(values);
    return matrix;
  }

  /** Makes room for rows; what was there before may be lost. */
  void reserve(int rows) {
    if (rows > capacity) {
      data.close();
      data = new FloatPointer((long) rows * columns);
      capacity = rows;
    }
  }

  FloatPointer data() {
    return data;
  }

  /** Looks at the rows from one of them on. */
  Matrix from(int row) {
    return new Matrix(data.getPointer((long) row * columns), columns);
  }

  /** Copies a row of a matrix with as many columns. */
  void copyRow(int row, Matrix source, int sourceRow) {
    long bytes = (long) columns * Float.BYTES;
    data.position(row * bytes); // memcpy counts positions in bytes
    source.data.position(sourceRow * bytes);
    Pointer.memcpy(data, source.data, bytes);
    data.position(0);
    source.data.position(0);
  }

  int columns() {
    return columns;
  }

  void pull(float[] values, int rows) {
    data.get(values, 0, rows * columns);
  }

  void push(float[] values, int rows) {
    data.put(values, 0, rows * columns);
  }

  @Override
  public void close() {
    if (capacity > 0) {
      data.close();
      capacity = 0;
    }
  }
}
