package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.OutputRange;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The first rows of a batch as consecutive smaller batches, which look at its memory. */
final class BatchChunks {

  private final Batch whole;
  private final int rows;
  private final int count;
  private final List<Batch> parts = new ArrayList<>();

  BatchChunks(Batch whole, int rows, int count) {
    this.whole = whole;
    this.rows = rows;
    this.count = count;
    int size = (rows + count - 1) / count;
    for (int from = 0; from < rows; from += size) {
      parts.add(part(from, Math.min(from + size, rows)));
    }
  }

  private Batch part(int from, int to) {
    INDArray inputs = whole.inputs().get(NDArrayIndex.interval(from, to));
    return new Batch(inputs, new int[to - from], whole.outputs());
  }

  /** Returns whether these are {@code count} parts of as many rows. */
  boolean divides(int rows, int count) {
    return this.rows == rows && this.count == count;
  }

  /** Returns the parts with the present labels, which count from {@code outputs.from()}. */
  List<Batch> of(OutputRange outputs) {
    int row = 0;
    for (int i = 0; i < parts.size(); i++) {
      Batch part = parts.get(i);
      for (int j = 0; j < part.size(); j++) {
        part.labels()[j] = whole.labels()[row++] - outputs.from();
      }
      if (!part.outputs().equals(outputs)) {
        parts.set(i, new Batch(part.inputs(), part.labels(), outputs));
      }
    }
    return parts;
  }
}
