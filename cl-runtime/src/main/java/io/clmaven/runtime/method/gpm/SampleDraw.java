package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.random.RandomStream;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Draws training samples of a task, uniformly without replacement. */
final class SampleDraw {

  private final RandomStream random;
  private final int count;

  /** Draws that many samples, or all in random order if there are fewer. */
  SampleDraw(RandomStream random, int count) {
    this.random = random;
    this.count = count;
  }

  /** Returns the drawn samples of a task as one batch. */
  Batch from(Task task) {
    Examples examples = task.train();
    int[] order = random.permutation(examples.size());
    int[] drawn = Arrays.copyOf(order, Math.min(count, order.length));
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
