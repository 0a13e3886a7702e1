package io.clmaven.runtime.engine.onednn;

import org.bytedeco.javacpp.Pointer;

/** Projects the rows of a matrix by products with a thin basis B [d, k]: R B B^T or R - R B B^T. */
final class SubspaceProjection implements Projection {

  /** What is left of a row. */
  enum Keep {
    /** Its part in the span of B. */
    SUBSPACE,
    /** Its part orthogonal to the span of B. */
    COMPLEMENT
  }

  private final Keep keep;
  private final Matrix basis; // [d, k]
  private final Matrix transposed; // [k, d]: products with transposed operands are slower
  private final Matrix coordinates; // [rows, k]
  private final Matrix projected; // [rows, d]

  SubspaceProjection(float[] basis, int k, Keep keep) {
    int d = basis.length / k;
    this.keep = keep;
    this.basis = Matrix.of(basis, k);
    this.transposed = Matrix.of(transpose(basis, k), d);
    this.coordinates = Matrix.empty(k);
    this.projected = Matrix.empty(d);
  }

  /** Returns the length d of a row. */
  int columns() {
    return transposed.columns();
  }

  private static float[] transpose(float[] basis, int k) {
    int d = basis.length / k;
    float[] result = new float[basis.length];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < k; j++) {
        result[j * d + i] = basis[i * k + j];
      }
    }
    return result;
  }

  @Override
  public boolean isForInput(int rows, int outputs) {
    return rows <= outputs;
  }

  @Override
  public Matrix input(int rows, Matrix x) {
    projected.reserve(rows);
    project(rows, x, projected);
    return projected;
  }

  @Override
  public void gradient(int outputs, Matrix g) {
    project(outputs, g, g);
  }

  /** Projects the first rows of a matrix; source and target may be the same. */
  void project(int rows, Matrix source, Matrix target) {
    coordinates.reserve(rows);
    Product.PLAIN.run(rows, source, basis, coordinates);
    if (keep == Keep.SUBSPACE) {
      Product.PLAIN.run(rows, coordinates, transposed, target);
    } else {
      if (source != target) {
        Pointer.memcpy(target.data(), source.data(), (long) rows * source.columns() * Float.BYTES);
      }
      Product.PLAIN_SUBTRACTED.run(rows, coordinates, transposed, target);
    }
  }

  @Override
  public void close() {
    basis.close();
    transposed.close();
    coordinates.close();
    projected.close();
  }
}
