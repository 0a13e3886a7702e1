package io.clmaven.runtime.experiment.trial;

import java.util.ArrayList;
import java.util.List;

/** Batch memory by size: one for full batches, one for each size of a last batch. */
final class BatchBuffers {

  private final List<Integer> inputShape;
  private final List<BatchBuffer> buffers = new ArrayList<>();

  BatchBuffers(List<Integer> inputShape) {
    this.inputShape = inputShape;
  }

  /** Returns the buffer of a size; the same object at every call. */
  BatchBuffer ofSize(int size) {
    for (int i = 0; i < buffers.size(); i++) {
      if (buffers.get(i).size() == size) {
        return buffers.get(i);
      }
    }
    BatchBuffer made = new BatchBuffer(size, inputShape);
    buffers.add(made);
    return made;
  }
}
