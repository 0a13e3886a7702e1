package io.clmaven.runtime.engine.onednn;

import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Row-major float32 memory with a fixed number of columns; how many rows of it are in use is known
 * to the one who uses it.
 */
final class Matrix implements AutoCloseable {

  /** Stands for a matrix of zeros of any size; it has no memory. */
  static final Matrix ZERO = new Matrix(new FloatPointer(), 0);

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

  /** Makes a matrix that looks at memory of others, see {@link #look}. */
  static Matrix window(int columns) {
    return new Matrix(new FloatPointer(), columns);
  }

  /** Looks at other memory from now on, which stays with its owner. */
  void look(FloatPointer start) {
    data = start;
  }

  /** Looks at memory that belongs to an array, from one of its elements on. */
  static Matrix view(INDArray array, long offset, int columns) {
    FloatPointer start = new FloatPointer(array.data().addressPointer());
    return new Matrix(start.getPointer(offset), columns);
  }

  /** Copies a row-major array to own memory. */
  static Matrix of(float[] values, int columns) {
    Matrix matrix = empty(columns);
    matrix.reserve(values.length / columns);
    matrix.data.put(values);
    return matrix;
  }

  /** Makes room for rows; what was there before may be lost. */
  void reserve(int rows) {
    if (rows > capacity) {
      data.close();
      data = Memory.floats((long) rows * columns);
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

  /** Copies the first rows of a matrix with as many columns. */
  void copyRows(Matrix source, int rows) {
    Pointer.memcpy(data, source.data, (long) rows * columns * Float.BYTES);
  }

  /** Fills the first row with copies of a shorter one, which it holds a whole number of. */
  void repeat(Matrix source) {
    long bytes = (long) source.columns * Float.BYTES;
    for (int from = 0; from < columns; from += source.columns) {
      data.position((long) from * Float.BYTES); // memcpy counts positions in bytes
      Pointer.memcpy(data, source.data, bytes);
    }
    data.position(0);
  }

  /** Adds the first rows of a matrix with as many columns. */
  void add(Matrix summand, int rows) {
    openblas.cblas_saxpy(rows * columns, 1f, summand.data, 1, data, 1);
  }

  /** Sets the first rows to zero. */
  void clear(int rows) {
    Pointer.memset(data, 0, (long) rows * columns * Float.BYTES);
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

  /** Copies the first rows to an array of the heap's life [rows, ...shape]. */
  INDArray toArray(int rows, List<Integer> shape) {
    float[] values = new float[rows * columns];
    pullRows(values, rows);
    long[] dimensions =
        LongStream.concat(LongStream.of(rows), shape.stream().mapToLong(Integer::intValue))
            .toArray();
    return Nd4j.createFromArray(values).reshape('c', dimensions);
  }

  /** Copies the first rows to the start of an array. */
  void pullRows(float[] values, int rows) {
    pull(values, 0, rows * columns);
  }

  /** Copies the start of an array to the first rows. */
  void pushRows(float[] values, int rows) {
    push(values, 0, rows * columns);
  }

  /**
   * Copies values to the start of an array, whatever rows they are in.
   *
   * @param from first of them, counted over all rows
   */
  void pull(float[] values, long from, int count) {
    data.position(from).get(values, 0, count);
    data.position(0);
  }

  /**
   * Copies the start of an array to values, whatever rows they are in.
   *
   * @param to first of them, counted over all rows
   */
  void push(float[] values, long to, int count) {
    data.position(to).put(values, 0, count);
    data.position(0);
  }

  @Override
  public void close() {
    if (capacity > 0) {
      data.close();
      capacity = 0;
    }
  }
}
