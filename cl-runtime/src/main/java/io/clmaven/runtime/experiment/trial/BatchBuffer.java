package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.InputRows;
import io.clmaven.runtime.engine.OutputRange;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The memory of a batch of one size, filled again and again. */
final class BatchBuffer {

  private final INDArray inputs; // [N, ...input shape]
  private final FloatPointer pointer;
  private final int[] labels; // [N]
  private final int[] indices; // [N]
  private Examples filledFrom;
  private Batch batch;

  BatchBuffer(int size, List<Integer> inputShape) {
    long[] shape = new long[inputShape.size() + 1];
    shape[0] = size;
    for (int i = 0; i < inputShape.size(); i++) {
      shape[i + 1] = inputShape.get(i);
    }
    inputs = Nd4j.create(DataType.FLOAT, shape);
    pointer = new FloatPointer(inputs.data().addressPointer());
    labels = new int[size];
    indices = new int[size];
  }

  int size() {
    return labels.length;
  }

  /** Copies the examples at {@code order[from]} and the following ones into the batch. */
  Batch fill(Examples examples, OutputRange outputs, int[] order, int from) {
    examples.copy(order, from, labels.length, pointer);
    System.arraycopy(order, from, indices, 0, indices.length);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = examples.label(indices[i]);
    }
    if (batch == null || filledFrom != examples || !batch.outputs().equals(outputs)) {
      batch = new Batch(inputs, labels, outputs, origin(examples));
      filledFrom = examples;
    }
    return batch;
  }

  private Batch.Origin origin(Examples examples) {
    InputRows rows = examples.recurring();
    return rows == InputRows.NONE ? Batch.Origin.NONE : new Batch.Origin(rows, indices);
  }
}
