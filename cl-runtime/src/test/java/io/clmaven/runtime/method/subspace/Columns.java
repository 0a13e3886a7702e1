package io.clmaven.runtime.method.subspace;

import java.nio.DoubleBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Representation matrices R [d, n] as arrays. */
public final class Columns {

  private Columns() {}

  /** Makes a representation matrix of an array. */
  public static RepresentationMatrix matrix(INDArray r) {
    return RepresentationMatrix.of(new RowVectors(r.transpose(), r.columns()));
  }

  /** Collects all columns. */
  public static INDArray of(InputVectors vectors) {
    int count = vectors.samples() * vectors.perSample();
    DoubleBuffer all = LapackMemory.buffer(count * vectors.dimension());
    for (int sample = 0; sample < vectors.samples(); sample++) {
      vectors.append(sample, all);
    }
    return LapackMemory.array(all, count, vectors.dimension()).transpose();
  }
}
