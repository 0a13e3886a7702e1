package io.clmaven.runtime.method.subspace;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.nio.DoubleBuffer;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Squared singular values and left singular vectors of a {@link RepresentationMatrix}, by
 * eigen-decomposition of a Gram matrix in float64. Directions whose energy is at most {@value
 * #ROUNDING} of what the matrix had before anything was taken out are left out: they cannot be told
 * from rounding.
 */
public final class Spectrum {

  private static final double ROUNDING = 1e-12;

  private final int order;
  private final DoubleBuffer vectors; // [order, order]: eigenvectors in rows, ascending
  private final UnaryOperator<INDArray> toDirections; // [k, order] -> [k, d], of any length
  private final double[] energies; // descending

  /**
   * Decomposes a Gram matrix.
   *
   * @param gram symmetric
   * @param toDirections makes left singular vectors of any length from eigenvectors, all in rows
   * @param whole the energy that the smallest ones are compared with
   */
  Spectrum(INDArray gram, UnaryOperator<INDArray> toDirections, double whole) {
    this.order = gram.rows();
    this.toDirections = toDirections;
    this.vectors = LapackMemory.buffer(order * order);
    vectors.put(0, gram.dup('c').data().asDouble());
    DoubleBuffer values = LapackMemory.buffer(order);
    // divide and conquer: as fast with all vectors as other solvers are with half of them
    int info =
        LAPACKE_dsyevd(LAPACK_COL_MAJOR, (byte) 'V', (byte) 'L', order, vectors, order, values);
    if (info != 0) {
      throw new ArithmeticException("the eigen-solver ended with code %d".formatted(info));
    }
    this.energies = descending(values, ROUNDING * whole);
  }

  private static double[] descending(DoubleBuffer ascending, double rounding) {
    int last = ascending.capacity() - 1;
    int kept = 0;
    while (kept <= last && ascending.get(last - kept) > rounding) {
      kept++;
    }
    double[] descending = new double[kept];
    for (int i = 0; i < kept; i++) {
      descending[i] = ascending.get(last - i);
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

  /** Returns a basis with the first directions added to it, in their order. */
  public Basis extend(Basis basis, int count) {
    if (count == 0) {
      return basis;
    }
    double[] leading = new double[count * order];
    for (int i = 0; i < count; i++) {
      vectors.get((order - 1 - i) * order, leading, i * order, order);
    }
    INDArray rows = Nd4j.createFromArray(leading).reshape(count, order);
    return basis.plus(toDirections.apply(rows));
  }
}
