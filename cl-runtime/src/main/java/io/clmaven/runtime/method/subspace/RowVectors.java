package io.clmaven.runtime.method.subspace;

import java.nio.DoubleBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The inputs of a linear layer.
 *
 * @param inputs [N, d]
 * @param samples how many of them are used
 */
record RowVectors(INDArray inputs, int samples) implements InputVectors {

  RowVectors {
    samples = Math.min(samples, inputs.rows());
  }

  @Override
  public int dimension() {
    return inputs.columns();
  }

  @Override
  public int perSample() {
    return 1;
  }

  @Override
  public void append(int sample, DoubleBuffer target) {
    target.put(inputs.getRow(sample).toDoubleVector());
  }
}
