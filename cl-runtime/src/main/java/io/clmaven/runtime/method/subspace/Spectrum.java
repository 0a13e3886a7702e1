package io.clmaven.runtime.method.subspace;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Singular values and left singular vectors of a matrix R [d, n], from the eigen-decomposition of
 * the smaller of its Gram matrices R R^T and R^T R in float64. Directions whose energy is at most
 * {@value #ROUNDING} of the whole are left out: they cannot be told from rounding.
 */
public final class Spectrum {

  private static final double ROUNDING = 1e-12;

  private final INDArray r; // [d, n] float64
  private final INDArray vectors; // eigenvectors in columns, ascending
  private final double[] energies; // squared singular values, descending

  private Spectrum(INDArray r, INDArray vectors, double[] energies) {
    this.r = r;
    this.vectors = vectors;
    this.energies = energies;
  }

  /** Decomposes R [d, n] of float64. */
  public static Spectrum of(INDArray r) {
    INDArray gram = wide(r) ? r.mmul(r.transpose()) : r.transpose().mmul(r);
    INDArray vectors = gram.dup('f');
    INDArray values = Nd4j.create(r.dataType(), gram.rows());
    int info = Nd4j.getBlasWrapper().syev('V', 'L', vectors, values);
    if (info != 0) {
      throw new ArithmeticException("the eigen-solver ended with code %d".formatted(info));
    }
    return new Spectrum(r, vectors, descending(values.toDoubleVector()));
  }

  private static boolean wide(INDArray r) {
    return r.columns() >= r.rows();
  }

  private static double[] descending(double[] ascending) {
    double total = 0;
    for (double value : ascending) {
      total += value;
    }
    int kept = 0;
    while (kept < ascending.length && ascending[ascending.length - 1 - kept] > ROUNDING * total) {
      kept++;
    }
    double[] descending = new double[kept];
    for (int i = 0; i < kept; i++) {
      descending[i] = ascending[ascending.length - 1 - i];
    }
    return descending;
  }

  /** Returns how many directions have energy. */
  public int size() {
    return energies.length;
  }

  /** Returns the energy s_i^2 of a direction; the first one has the most. */
  public double energy(int i) {
    return energies[i];
  }

  /** Returns the first left singular vectors [d, count], as good as orthonormal. */
  public INDArray leading(int count) {
    int size = vectors.columns();
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = size - 1 - i;
    }
    INDArray leading = vectors.getColumns(order);
    return wide(r) ? leading : r.mmul(leading);
  }
}
