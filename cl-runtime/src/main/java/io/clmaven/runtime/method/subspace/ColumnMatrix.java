package io.clmaven.runtime.method.subspace;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An R [d, n] with n < d, held by its columns. */
final class ColumnMatrix extends RepresentationMatrix {

  private final INDArray columns; // [n, d] float64: R^T

  ColumnMatrix(INDArray columns) {
    this(columns, energy(columns));
  }

  private ColumnMatrix(INDArray columns, double whole) {
    super(whole);
    this.columns = columns;
  }

  private static double energy(INDArray columns) {
    double norm = columns.norm2Number().doubleValue();
    return norm * norm;
  }

  @Override
  public int dimension() {
    return columns.columns();
  }

  @Override
  public double energy() {
    return energy(columns);
  }

  @Override
  public RepresentationMatrix without(Basis basis) {
    if (basis.rank() == 0) {
      return this;
    }
    INDArray m = basis.matrix(DataType.DOUBLE); // [d, k]
    return new ColumnMatrix(columns.sub(columns.mmul(m).mmul(m.transpose())), whole());
  }

  /** If v is an eigenvector of R^T R, R v is one of R R^T with the same eigenvalue. */
  @Override
  public Spectrum spectrum() {
    INDArray gram = columns.mmul(columns.transpose()); // [n, n]
    return new Spectrum(gram, vectors -> vectors.mmul(columns), whole());
  }
}
