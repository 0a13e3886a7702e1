package io.clmaven.runtime.engine;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The projection Pi(G) = G M diag(lambda) M^T of the part G [o, d] of a flat vector that belongs to
 * one weight. It is computed from the left, with nothing larger than G: no d x d matrix. The rows
 * of M^T are scaled by lambda only when it changes.
 */
public final class WeightedProjection {

  private final Segment weight;
  private final int rank;
  private final FlatVector basis; // M^T [k, d]
  private final ScaledRows scaled; // diag(lambda) M^T [k, d]
  private final FlatVector coordinates; // G M [o, k], or X M [n, k]
  private FlatVector inputs = vector(1); // Pi(X) [n, d]

  /**
   * Makes the projection on a subspace.
   *
   * @param weight a segment of kind weight; a convolution's is seen as [out, in * kh * kw]
   * @param basis M [d, k] with orthonormal columns, copied; null is k = 0
   */
  public WeightedProjection(Segment weight, INDArray basis) {
    this.weight = weight;
    this.rank = basis == null ? 0 : basis.columns();
    this.basis = rank == 0 ? vector(1) : new FlatVector(transposed(basis));
    this.scaled = new ScaledRows(this.basis, rank);
    this.coordinates = vector(Math.max(1, weight.rows() * rank));
  }

  private static INDArray transposed(INDArray basis) {
    return basis.castTo(DataType.FLOAT).transpose().dup('c').reshape(basis.length());
  }

  private static FlatVector vector(int length) {
    return new FlatVector(Nd4j.create(DataType.FLOAT, length));
  }

  /** Returns the number of directions k. */
  public int rank() {
    return rank;
  }

  /** Returns G M [o, k], row-major; overwritten by the next call of any method. */
  public float[] coordinates(FlatVector vector) {
    if (rank > 0) {
      multiply(vector);
    }
    return coordinates.pull();
  }

  /**
   * Replaces G in one vector by Pi of G in another, which is the same there: by its factors D^T X,
   * if that is cheaper, as D^T Pi(X).
   *
   * @param source G, as a backward pass left it
   * @param target holds G, too; receives Pi(G)
   * @param lambda one weight for each direction
   */
  public void project(FlatVector source, FlatVector target, float[] lambda) {
    OuterProducts factors = source.factors(weight.offset());
    if (rank == 0 || factors == null || 2 * factors.rows() > weight.rows()) {
      project(target, lambda);
    } else {
      projectFactors(factors, target, lambda);
    }
  }

  private void projectFactors(OuterProducts factors, FlatVector target, float[] lambda) {
    int n = factors.rows();
    int o = weight.rows();
    int d = weight.columns();
    if (inputs.length() < n * d) {
      inputs = vector(n * d);
    }
    FloatPointer m = basis.memory(0);
    FloatPointer c = coordinates.memory(0);
    FloatPointer x = inputs.memory(0);
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasTrans,
        n,
        rank,
        d,
        1f,
        factors.right(),
        d,
        m,
        d,
        0f,
        c,
        rank);
    FloatPointer s = scaled.by(lambda).memory(0);
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, d, rank, 1f, c, rank, s, d, 0f, x, d);
    FloatPointer g = target.memory(weight.offset());
    cblas_sgemm(
        CblasRowMajor, CblasTrans, CblasNoTrans, o, d, n, 1f, factors.left(), o, x, d, 0f, g, d);
  }

  /**
   * Replaces G by Pi(G).
   *
   * @param lambda one weight for each direction
   */
  public void project(FlatVector vector, float[] lambda) {
    if (rank == 0) {
      vector.clear(weight.offset(), weight.end());
    } else {
      multiply(vector);
      multiplyBack(1, 0, scaled.by(lambda), vector);
    }
  }

  /**
   * Replaces G by G - Pi(G).
   *
   * @param lambda one weight for each direction
   */
  public void remove(FlatVector vector, float[] lambda) {
    if (rank > 0) {
      multiply(vector);
      multiplyBack(-1, 1, scaled.by(lambda), vector);
    }
  }

  private void multiply(FlatVector vector) {
    int o = weight.rows();
    int d = weight.columns();
    coordinates.overwrite();
    if (Nd4jBackend.isCuda()) {
      INDArray product = matrix(vector).mmul(directions(basis).transpose());
      coordinates.array().reshape('c', o, rank).assign(product);
    } else {
      FloatPointer g = vector.memory(weight.offset());
      FloatPointer m = basis.memory(0);
      FloatPointer c = coordinates.memory(0);
      cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, o, rank, d, 1f, g, d, m, d, 0f, c, rank);
    }
  }

  /** Computes G = factor C R + keep G, with R = diag(lambda) M^T. */
  private void multiplyBack(float factor, float keep, FlatVector rows, FlatVector vector) {
    int o = weight.rows();
    int d = weight.columns();
    if (Nd4jBackend.isCuda()) {
      INDArray product = coordinates.array().reshape('c', o, rank).mmul(directions(rows));
      INDArray g = matrix(vector);
      g.assign(g.mul(keep).add(product.mul(factor)));
    } else {
      FloatPointer c = coordinates.memory(0);
      FloatPointer r = rows.memory(0);
      FloatPointer g = vector.memory(weight.offset());
      cblas_sgemm(
          CblasRowMajor, CblasNoTrans, CblasNoTrans, o, d, rank, factor, c, rank, r, d, keep, g, d);
    }
  }

  private INDArray matrix(FlatVector vector) {
    return vector
        .array()
        .get(NDArrayIndex.interval(weight.offset(), weight.end()))
        .reshape('c', weight.rows(), weight.columns());
  }

  private INDArray directions(FlatVector rows) {
    return rows.array().reshape('c', rank, weight.columns());
  }
}
