package io.clmaven.runtime.method.subspace;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
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

  /** Returns R - M M^T R for R [d, n] in float64, a new array. */
  public INDArray residual(INDArray r) {
    if (columns.length == 0) {
      return r.dup();
    }
    INDArray m = matrix(DataType.DOUBLE);
    return r.sub(m.mmul(m.transpose().mmul(r)));
  }

  /**
   * Returns this basis with further directions, made orthogonal to M and to each other once more:
   * those of an eigen-decomposition are so only as far as its rounding goes.
   *
   * @param directions [d, r] float64
   */
  public Basis plus(INDArray directions) {
    double[][] added = residual(directions).transpose().toDoubleMatrix(); // [r, d]
    float[] all = Arrays.copyOf(columns, columns.length + added.length * dimension);
    for (int i = 0; i < added.length; i++) {
      for (int before = 0; before < i; before++) {
        remove(added[before], added[i]);
      }
      double norm = Math.sqrt(dot(added[i], added[i]));
      int start = columns.length + i * dimension;
      for (int j = 0; j < dimension; j++) {
        added[i][j] /= norm;
        all[start + j] = (float) added[i][j];
      }
    }
    return new Basis(dimension, all);
  }

  private static void remove(double[] direction, double[] from) {
    double share = dot(direction, from);
    for (int j = 0; j < from.length; j++) {
      from[j] -= share * direction[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
