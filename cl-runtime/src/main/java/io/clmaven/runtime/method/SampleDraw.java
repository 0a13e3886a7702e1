package io.clmaven.runtime.method;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Draws training samples of a task, uniformly without replacement. */
public final class SampleDraw {

  private final RandomStream random;
  private final int count;

  /** Draws that many samples, or all in random order if there are fewer. */
  public SampleDraw(RandomStream random, int count) {
    this.random = random;
    this.count = count;
  }

  /** Draws samples of a task and returns them as one batch. */
  public Batch from(Task task) {
    return batch(task, draw(task));
  }

  /**
   * Draws samples of a task and returns them as batches.
   *
   * @param size samples of a batch; the last one may have fewer
   */
  public List<Batch> from(Task task, int size) {
    int[] drawn = draw(task);
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < drawn.length; from += size) {
      int to = Math.min(from + size, drawn.length);
      batches.add(batch(task, Arrays.copyOfRange(drawn, from, to)));
    }
    return batches;
  }

  private int[] draw(Task task) {
    int[] order = random.permutation(task.train().size());
    return Arrays.copyOf(order, Math.min(count, order.length));
  }

  private static Batch batch(Task task, int[] drawn) {
    Examples examples = task.train();
    INDArray inputs = Nd4j.create(DataType.FLOAT, shape(drawn.length, examples));
    try (FloatPointer target = new FloatPointer(inputs.data().addressPointer())) {
      examples.copy(drawn, 0, drawn.length, target);
    }
    int[] labels = Arrays.stream(drawn).map(examples::label).toArray();
    return new Batch(inputs, labels, task.outputs());
  }

  private static long[] shape(int count, Examples examples) {
    long[] shape = new long[examples.shape().size() + 1];
    Arrays.setAll(shape, i -> i == 0 ? count : examples.shape().get(i - 1));
    return shape;
  }
}
