package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at the inputs of batches where they are; remembers the last array. */
final class BatchInput {

  private final int columns;
  private INDArray last;
  private Matrix view;

  BatchInput(int columns) {
    this.columns = columns;
  }

  Matrix of(Batch batch) {
    INDArray inputs = batch.inputs();
    if (inputs != last) {
      check(inputs);
      view = Matrix.view(inputs, 0, columns);
      last = inputs;
    }
    return view;
  }

  private void check(INDArray inputs) {
    boolean rowMajor = inputs.ordering() == 'c' && inputs.elementWiseStride() == 1;
    boolean fits = inputs.length() == inputs.size(0) * columns;
    if (!rowMajor || !fits || inputs.dataType() != DataType.FLOAT) {
      throw new IllegalArgumentException(
          "a batch must be row-major float32 with %d values per sample, found %s"
              .formatted(columns, inputs.shapeInfoToString()));
    }
  }
}
