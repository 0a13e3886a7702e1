package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.method.replay.MixedBatch;
import io.clmaven.runtime.method.replay.Rehearsal;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.method.replay.RowOrder;

/**
 * Draws what the glances at a batch look at: each permutes the order that the one before left, and
 * takes other samples of the buffer.
 */
final class GlanceDraws {

  private final Rehearsal rehearsal;
  private final ReplayDraws draws;
  private final int innerBatches; // K
  private final RowOrder order = new RowOrder();

  GlanceDraws(Rehearsal rehearsal, ReplayDraws draws, int innerBatches) {
    this.rehearsal = rehearsal;
    this.draws = draws;
    this.innerBatches = innerBatches;
  }

  /** Begins a step with its batch in the order that it came in. */
  void begin(WholeStep step) {
    order.reset(step.batch().size());
  }

  /** Returns the next glance at the batch of a step; valid until the one after it. */
  Glance next(WholeStep step) {
    Batch batch = step.batch();
    order.permute(draws.batchOrder(batch.size()));
    MixedBatch mixed = rehearsal.mix(step, order);
    return new Glance(mixed.whole(), mixed.chunks(batch.size(), innerBatches, batch.outputs()));
  }

  /** Offers the batch to the buffer, in the order of the last glance. */
  void offer(WholeStep step) {
    rehearsal.offer(step, order);
  }
}
