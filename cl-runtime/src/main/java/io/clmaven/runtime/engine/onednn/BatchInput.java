package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Looks at the inputs of batches where they are. It remembers the last few arrays: full batches,
 * smaller last ones, parts of a batch and those of an evaluation take turns.
 */
final class BatchInput {

  private static final int REMEMBERED = 16;

  private final int columns;
  private final INDArray[] arrays = new INDArray[REMEMBERED];
  private final Matrix[] views = new Matrix[REMEMBERED];
  private int oldest;

  BatchInput(int columns) {
    this.columns = columns;
  }

  Matrix of(Batch batch) {
    INDArray inputs = batch.inputs();
    for (int i = 0; i < REMEMBERED; i++) {
      if (arrays[i] == inputs) {
        return views[i];
      }
    }
    check(inputs);
    Matrix view = Matrix.view(inputs, 0, columns);
    arrays[oldest] = inputs;
    views[oldest] = view;
    oldest = (oldest + 1) % REMEMBERED;
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
