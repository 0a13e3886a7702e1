package io.clmaven.runtime.method.subspace;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An R [d, n] with n >= d, known by C = R R^T alone. */
final class GramMatrix extends RepresentationMatrix {

  private final INDArray c; // [d, d] float64

  GramMatrix(INDArray c) {
    this(c, trace(c));
  }

  private GramMatrix(INDArray c, double whole) {
    super(whole);
    this.c = c;
  }

  private static double trace(INDArray c) {
    double trace = 0;
    for (int i = 0; i < c.rows(); i++) {
      trace += c.getDouble(i, i);
    }
    return trace;
  }

  /** Returns C [d, d]. */
  INDArray matrix() {
    return c;
  }

  @Override
  public int dimension() {
    return c.rows();
  }

  @Override
  public double energy() {
    return trace(c);
  }

  /** With P = M M^T, (I - P) C (I - P) = C - A M^T - M A^T where A = C M - M (M^T C M) / 2. */
  @Override
  public RepresentationMatrix without(Basis basis) {
    if (basis.rank() == 0) {
      return this;
    }
    INDArray m = basis.matrix(DataType.DOUBLE); // [d, k]
    INDArray a = c.mmul(m);
    a.subi(m.mmul(m.transpose().mmul(a).muli(0.5)));
    INDArray taken = a.mmul(m.transpose());
    return new GramMatrix(c.sub(taken).subi(taken.transpose()), whole());
  }

  @Override
  public Spectrum spectrum() {
    return new Spectrum(c, vectors -> vectors, whole());
  }
}
