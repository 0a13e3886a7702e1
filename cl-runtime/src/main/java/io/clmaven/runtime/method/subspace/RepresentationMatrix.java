package io.clmaven.runtime.method.subspace;

import java.nio.DoubleBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The representation matrix R [d, n] of a layer: its input vectors in columns. Energies and
 * directions come from the smaller one of its Gram matrices R R^T and R^T R in float64; where that
 * is the former, R itself is never held. Immutable.
 */
public abstract sealed class RepresentationMatrix permits GramMatrix, ColumnMatrix {

  private static final int CHUNK = 1 << 20; // values

  private final double whole;

  /**
   * Makes one.
   *
   * @param whole energy ||R||_F^2 before anything was taken out
   */
  RepresentationMatrix(double whole) {
    if (!Double.isFinite(whole)) {
      throw new ArithmeticException(
          "Cannot find the leading directions of a layer's inputs: they are not finite. Lower the"
              + " learning rate.");
    }
    this.whole = whole;
  }

  /** Makes it from the vectors that are its columns. */
  public static RepresentationMatrix of(InputVectors vectors) {
    int d = vectors.dimension();
    long n = (long) vectors.samples() * vectors.perSample();
    if (n < d) {
      DoubleBuffer rows = LapackMemory.buffer((int) n * d);
      for (int sample = 0; sample < vectors.samples(); sample++) {
        vectors.append(sample, rows);
      }
      return new ColumnMatrix(LapackMemory.array(rows, (int) n, d));
    }
    return new GramMatrix(gram(vectors));
  }

  /** Returns the sum of x x^T over vectors x: R R^T [d, d]. */
  static INDArray gram(InputVectors vectors) {
    int d = vectors.dimension();
    int size = vectors.perSample() * d;
    DoubleBuffer chunk = LapackMemory.buffer(Math.max(CHUNK / size, 1) * size);
    GramSum sum = new GramSum(d);
    for (int sample = 0; sample < vectors.samples(); sample++) {
      vectors.append(sample, chunk);
      if (chunk.remaining() < size) {
        sum.add(chunk.flip());
        chunk.clear();
      }
    }
    sum.add(chunk.flip());
    return sum.matrix();
  }

  /** Returns the number of rows d. */
  public abstract int dimension();

  /** Returns the energy ||R||_F^2. */
  public abstract double energy();

  /** Returns R - M M^T R. */
  public abstract RepresentationMatrix without(Basis basis);

  /** Decomposes it. */
  public abstract Spectrum spectrum();

  /** Returns the energy that R had before anything was taken out. */
  final double whole() {
    return whole;
  }
}
