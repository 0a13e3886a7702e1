package io.clmaven.runtime.method.subspace;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The inputs [N, d] of a linear layer: one column per sample. */
final class LinearRepresentation implements Representation {

  @Override
  public INDArray matrix(INDArray inputs, int samples) {
    long count = Math.min(samples, inputs.rows());
    INDArray used = inputs.get(NDArrayIndex.interval(0, count), NDArrayIndex.all());
    return used.castTo(DataType.DOUBLE).transpose();
  }
}
