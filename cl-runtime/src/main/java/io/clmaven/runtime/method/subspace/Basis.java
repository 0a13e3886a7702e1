package io.clmaven.runtime.method.subspace;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dorgqr;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Orthonormal directions M [d, k] in the input space of a layer. Immutable; held in float32 as the
 * official code does, computed with in float64.
 */
public final class Basis {

  private final int dimension;
  private final float[] columns; // [k, d]: one direction behind the other

  private Basis(int dimension, float[] columns) {
    this.dimension = dimension;
    this.columns = columns;
  }

  /** Returns the basis d x 0. */
  public static Basis empty(int dimension) {
    return new Basis(dimension, new float[0]);
  }

  /** Reads what {@link #save} wrote. */
  public static Basis load(int dimension, StateReader in) {
    return new Basis(dimension, in.getFloats("basis"));
  }

  /** Writes the directions. */
  public void save(StateWriter out) {
    out.putFloats("basis", columns);
  }

  /** Returns the number of rows d. */
  public int dimension() {
    return dimension;
  }

  /** Returns the number of directions k. */
  public int rank() {
    return columns.length / dimension;
  }

  /**
   * Returns M [d, k] in that type, a copy; null if k = 0, since there is no array without content.
   */
  public INDArray matrix(DataType type) {
    if (columns.length == 0) {
      return null;
    }
    INDArray rows = Nd4j.createFromArray(columns).reshape(rank(), dimension);
    return rows.castTo(type).transpose();
  }

  /** Returns max |M^T M - I|: how far the directions are from orthonormal; 0 if there are none. */
  public double deviation() {
    if (columns.length == 0) {
      return 0;
    }
    INDArray m = matrix(DataType.DOUBLE);
    INDArray identity = Nd4j.eye(rank()).castTo(DataType.DOUBLE);
    return m.transpose().mmul(m).subi(identity).amaxNumber().doubleValue();
  }

  /**
   * Returns ||G M||_F: how much of a gradient lies in the span of the directions.
   *
   * @param gradient G [o, d]
   */
  public double overlap(INDArray gradient) {
    if (columns.length == 0) {
      return 0;
    }
    INDArray product = gradient.castTo(DataType.DOUBLE).mmul(matrix(DataType.DOUBLE));
    return product.norm2Number().doubleValue();
  }

  /**
   * Returns this basis with further directions, made orthogonal to M and to each other once more:
   * those of an eigen-decomposition are so only as far as its rounding goes.
   *
   * @param directions [r, d] float64, in rows
   */
  Basis plus(INDArray directions) {
    int count = directions.rows();
    DoubleBuffer added = LapackMemory.buffer(count * dimension);
    added.put(0, residual(directions).dup('c').data().asDouble());
    orthonormalize(added, count);
    float[] all = Arrays.copyOf(columns, columns.length + count * dimension);
    for (int i = 0; i < added.capacity(); i++) {
      all[columns.length + i] = (float) added.get(i);
    }
    return new Basis(dimension, all);
  }

  private INDArray residual(INDArray directions) {
    if (columns.length == 0) {
      return directions;
    }
    INDArray m = matrix(DataType.DOUBLE);
    return directions.sub(directions.mmul(m).mmul(m.transpose()));
  }

  /** QR decomposition: what is row by row here is column by column there. */
  private void orthonormalize(DoubleBuffer rows, int count) {
    int d = dimension;
    DoubleBuffer reflections = LapackMemory.buffer(count);
    int info = LAPACKE_dgeqrf(LAPACK_COL_MAJOR, d, count, rows, d, reflections);
    if (info == 0) {
      info = LAPACKE_dorgqr(LAPACK_COL_MAJOR, d, count, count, rows, d, reflections);
    }
    if (info != 0) {
      throw new ArithmeticException("the QR decomposition ended with code %d".formatted(info));
    }
  }
}
