package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.experiment.analysis.LossProbe;
import io.clmaven.runtime.experiment.analysis.LossProbes;
import java.util.ArrayList;
import java.util.List;

/** Examples that stay in their batches from one measurement to the next. */
final class HeldExamples implements LossProbes {

  private final Evaluator evaluator;
  private final Runnable beforeEach;
  private final List<BatchBuffer> buffers = new ArrayList<>();
  private final List<Batch> batches = new ArrayList<>();

  /**
   * Makes empty ones.
   *
   * @param beforeEach is run before each measurement; may throw to end the trial
   */
  HeldExamples(Evaluator evaluator, Runnable beforeEach) {
    this.evaluator = evaluator;
    this.beforeEach = beforeEach;
  }

  @Override
  public LossProbe on(Task task, int[] examples) {
    batches.clear();
    for (int from = 0; from < examples.length; from += evaluator.batchSize()) {
      int count = Math.min(evaluator.batchSize(), examples.length - from);
      batches.add(buffer(batches.size(), count).fill(task.train(), task.outputs(), examples, from));
    }
    return this::loss;
  }

  private BatchBuffer buffer(int index, int size) {
    if (index == buffers.size()) {
      buffers.add(evaluator.buffer(size));
    } else if (buffers.get(index).size() != size) {
      buffers.set(index, evaluator.buffer(size));
    }
    return buffers.get(index);
  }

  private double loss() {
    beforeEach.run();
    double total = 0;
    int examples = 0;
    for (Batch batch : batches) {
      total += batch.size() * evaluator.loss(batch);
      examples += batch.size();
    }
    return total / examples;
  }
}
