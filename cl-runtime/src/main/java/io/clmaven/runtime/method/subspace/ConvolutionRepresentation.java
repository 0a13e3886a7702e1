package io.clmaven.runtime.method.subspace;

import io.clmaven.runtime.engine.Patches;
import io.clmaven.runtime.engine.Window;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The inputs [N, C, H, W] of a convolution: one column per sample and place of the kernel, in the
 * order channel, kernel row, kernel column.
 *
 * @param window what the convolution sees
 */
record ConvolutionRepresentation(Window window) implements Representation {

  @Override
  public INDArray matrix(INDArray inputs, int samples) {
    long count = Math.min(samples, inputs.size(0));
    INDArray used = inputs.get(NDArrayIndex.interval(0, count));
    return Patches.of(used, window).castTo(DataType.DOUBLE).transpose();
  }
}
