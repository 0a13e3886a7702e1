package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.ReplayCrossEntropy;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;

/**
 * Learning from the batch of a step together with samples of a buffer: as many as the batch has, or
 * all if there are fewer, drawn without replacement. The buffer is filled in the first epoch of
 * each task.
 */
public final class Rehearsal implements Stateful {

  private final ReplayBuffer buffer;
  private final MixedBatches batches;
  private final ReplayDraws draws;
  private final Loss loss;

  /**
   * Begins with an empty buffer.
   *
   * @param memories number of samples that the buffer holds
   */
  public Rehearsal(MethodContext context, int memories, ReplayDraws draws) {
    ModelSpec model = context.network().model();
    this.buffer = new ReplayBuffer(memories, model.inputSize());
    this.batches = new MixedBatches(model);
    this.draws = draws;
    this.loss = new ReplayCrossEntropy(context.tasks().heads());
  }

  /** Returns the loss of mixed batches: the mean over all samples, each on the head of its task. */
  public Loss loss() {
    return loss;
  }

  /** Returns the buffer. */
  public ReplayBuffer buffer() {
    return buffer;
  }

  /** Returns the rows of the step's batch in that order, followed by samples of the buffer. */
  public MixedBatch mix(WholeStep step, RowOrder order) {
    int count = Math.min(step.batch().size(), buffer.size());
    int[] samples = draws.bufferSamples(buffer.size(), count);
    return batches.mix(step.batch(), order.rows(), buffer, samples);
  }

  /** Offers the rows of the step's batch to the buffer if this is the first epoch of the task. */
  public void offer(WholeStep step, RowOrder order) {
    if (step.epoch() == 0) {
      buffer.offer(step.batch(), order.rows(), step.task().index(), draws);
    }
  }

  @Override
  public void save(StateWriter out) {
    buffer.save(out);
  }

  @Override
  public void load(StateReader in) {
    buffer.load(in);
  }
}
