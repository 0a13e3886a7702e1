package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.OutputRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Rows of a batch followed by samples of a buffer, as one batch over the outputs of all tasks whose
 * labels count over all of them, and parts of it. All of them stay the same objects when they are
 * filled again.
 */
public final class MixedBatch {

  private final Batch whole;
  private final Rows rows; // [N, D]
  private final LatestRows incomingRows;
  private final List<BatchChunks> chunks = new ArrayList<>();

  MixedBatch(ModelSpec model, int size) {
    LongStream sample = model.inputShape().stream().mapToLong(Integer::longValue);
    long[] shape = LongStream.concat(LongStream.of(size), sample).toArray();
    INDArray inputs = Nd4j.create(DataType.FLOAT, shape);
    whole = new Batch(inputs, new int[size], new OutputRange(0, model.outputs()));
    rows = Rows.of(inputs, model.inputSize());
    incomingRows = new LatestRows(model.inputSize());
  }

  void fill(Batch incoming, int[] order, ReplayBuffer buffer, int[] samples) {
    Rows source = incomingRows.of(incoming.inputs());
    int[] labels = whole.labels();
    for (int i = 0; i < order.length; i++) {
      source.copy(order[i], rows.values(), (long) i * rows.length());
      labels[i] = incoming.outputs().from() + incoming.labels()[order[i]];
    }
    rows.values().position((long) order.length * rows.length());
    buffer.copy(samples, 0, samples.length, rows.values());
    rows.values().position(0);
    for (int i = 0; i < samples.length; i++) {
      labels[order.length + i] = buffer.label(samples[i]);
    }
  }

  /** Returns all rows as one batch. */
  public Batch whole() {
    return whole;
  }

  /**
   * Returns the first rows as consecutive batches of ceil({@code rows} / {@code count}) rows, the
   * last one of what is left; there may be fewer than {@code count}.
   *
   * @param rows how many of the rows
   * @param count into how many parts
   * @param outputs those that take part; the labels of the rows are among them
   */
  public List<Batch> chunks(int rows, int count, OutputRange outputs) {
    for (BatchChunks made : chunks) {
      if (made.divides(rows, count)) {
        return made.of(outputs);
      }
    }
    BatchChunks made = new BatchChunks(whole, rows, count);
    chunks.add(made);
    return made.of(outputs);
  }
}
