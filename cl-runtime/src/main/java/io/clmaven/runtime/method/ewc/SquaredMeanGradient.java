package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.MaskedCrossEntropy;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.SampleDraw;
import java.util.Arrays;
import java.util.List;

/**
 * The squared gradient of the mean loss, as in the code of TAG: not the mean of squares, and with
 * the head of the task that comes next. The true classes are masked there, so that the gradient
 * pulls at their logits and spreads over the next head; behind the last head it spreads over all
 * outputs.
 */
final class SquaredMeanGradient implements DiagonalFisher {

  private final SampleDraw draw;
  private final MeanGradient gradient;
  private final List<OutputRange> heads;
  private final OutputRange outputs; // of all tasks
  private final float[] squares; // [P]

  SquaredMeanGradient(MethodContext context, SampleDraw draw) {
    this.draw = draw;
    this.gradient = new MeanGradient(context.network());
    this.heads = context.tasks().heads();
    this.outputs = new OutputRange(0, context.network().model().outputs());
    this.squares = new float[context.network().layout().length()];
  }

  @Override
  public float[] of(Task task) {
    gradient.compute(batches(task), loss(task));
    float[] h = gradient.value().pull();
    for (int i = 0; i < squares.length; i++) {
      squares[i] = h[i] * h[i];
    }
    return squares;
  }

  /** Draws samples, labelled over the outputs of all tasks. */
  List<Batch> batches(Task task) {
    return draw.from(task, BATCH).stream().map(this::overAllOutputs).toList();
  }

  private Batch overAllOutputs(Batch batch) {
    int from = batch.outputs().from();
    int[] labels = Arrays.stream(batch.labels()).map(label -> from + label).toArray();
    return new Batch(batch.inputs(), labels, outputs);
  }

  /** Returns the loss with the head of the next task. */
  Loss loss(Task task) {
    return new MaskedCrossEntropy(next(task));
  }

  private OutputRange next(Task task) {
    int next = task.index() + 1;
    if (next < heads.size()) {
      return heads.get(next);
    }
    OutputRange head = task.outputs();
    boolean shared = heads.size() > 1 && heads.get(0).equals(head);
    return shared ? head : new OutputRange(head.to(), head.to() + head.size());
  }
}
