package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.RandomStreams;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Measures a network on examples that it does not learn from, in large batches. Examples come in a
 * mixed order, the same at every measurement: where batch normalisation looks at the batch, a batch
 * of one class, as files sorted by class make it, would be hard to tell apart.
 */
final class Evaluator {

  private static final long ORDER_SEED = 0;

  private final Network network;
  private final Loss loss;
  private final BatchBuffers buffers;
  private final int batchSize;
  private final int outputs;
  private float[] logits = {}; // [N, outputs]
  private float[] gradient = {}; // [N, outputs]

  Evaluator(Network network, Loss loss, int batchSize) {
    this.network = network;
    this.loss = loss;
    this.batchSize = batchSize;
    this.buffers = new BatchBuffers(network.model().inputShape());
    this.outputs = network.model().outputs();
  }

  /** Returns the accuracy on the test examples of a task, as a fraction. */
  double accuracy(Task task) {
    return sum(task.outputs(), task.test(), this::correct) / task.test().size();
  }

  /** Returns the mean loss over the validation examples of all tasks that are trained on. */
  double validationLoss(TrainingData data) {
    double total = 0;
    long examples = 0;
    for (Task task : data.tasks()) {
      total += sum(task.outputs(), task.validation(), b -> b.size() * lossOf(b));
      examples += task.validation().size();
    }
    return total / examples;
  }

  /** Returns the number of examples of a large batch. */
  int batchSize() {
    return batchSize;
  }

  /** Makes memory for examples that are to stay in a batch. */
  BatchBuffer buffer(int size) {
    return new BatchBuffer(size, network.model().inputShape());
  }

  /** Returns the mean loss of a batch. */
  double loss(Batch batch) {
    pull(network.predict(batch), batch.size());
    return lossOf(batch);
  }

  private double sum(OutputRange range, Examples examples, ToDoubleFunction<Batch> measure) {
    int[] order = new RandomStreams(ORDER_SEED).stream("evaluation").permutation(examples.size());
    double total = 0;
    for (int from = 0; from < order.length; from += batchSize) {
      int count = Math.min(batchSize, order.length - from);
      Batch batch = buffers.ofSize(count).fill(examples, range, order, from);
      pull(network.predict(batch), count);
      total += measure.applyAsDouble(batch);
    }
    return total;
  }

  private void pull(INDArray computed, int count) {
    if (logits.length < count * outputs) {
      logits = new float[count * outputs];
      gradient = new float[count * outputs];
    }
    try (FloatPointer pointer = new FloatPointer(computed.data().addressPointer())) {
      pointer.get(logits, 0, count * outputs);
    }
  }

  private double lossOf(Batch batch) {
    return loss.gradient(logits, outputs, batch, gradient);
  }

  private double correct(Batch batch) {
    OutputRange range = batch.outputs();
    int correct = 0;
    for (int sample = 0; sample < batch.size(); sample++) {
      int row = sample * outputs;
      int best = range.from();
      for (int j = range.from() + 1; j < range.to(); j++) {
        if (logits[row + j] > logits[row + best]) {
          best = j;
        }
      }
      if (best - range.from() == batch.labels()[sample]) {
        correct++;
      }
    }
    return correct;
  }
}
