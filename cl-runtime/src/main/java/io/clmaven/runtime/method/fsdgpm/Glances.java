package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.method.replay.MixedBatch;
import io.clmaven.runtime.method.replay.Rehearsal;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.method.replay.RowOrder;

/**
 * The glances at a batch: each permutes the order that the one before left, and takes other samples
 * of the buffer.
 */
final class Glances {

  private final Rehearsal rehearsal;
  private final ReplayDraws draws;
  private final int innerBatches; // K
  private final RowOrder order = new RowOrder();

  Glances(Rehearsal rehearsal, ReplayDraws draws, int innerBatches) {
    this.rehearsal = rehearsal;
    this.draws = draws;
    this.innerBatches = innerBatches;
  }

  /** Returns the glance of an index at the batch of a step; valid until the next one. */
  Glance at(WholeStep step, int index) {
    Batch batch = step.batch();
    if (index == 0) {
      order.reset(batch.size());
    }
    order.permute(draws.batchOrder(batch.size()));
    MixedBatch mixed = rehearsal.mix(step, order);
    return new Glance(mixed.whole(), mixed.chunks(batch.size(), innerBatches, batch.outputs()));
  }

  /** Offers the batch to the buffer, in the order of the last glance. */
  void offer(WholeStep step) {
    rehearsal.offer(step, order);
  }
}
