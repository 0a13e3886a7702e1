package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.HashMap;
import java.util.Map;

/** Mixed batches by size; nothing is allocated for a size that was there before. */
public final class MixedBatches {

  private final ModelSpec model;
  private final Map<Integer, MixedBatch> bySize = new HashMap<>();

  public MixedBatches(ModelSpec model) {
    this.model = model;
  }

  /**
   * Puts samples of a buffer behind rows of a batch.
   *
   * @param incoming the batch of the step
   * @param order its rows, as {@link RowOrder#rows} has them
   * @param samples slots of the buffer
   * @return valid until the next call
   */
  public MixedBatch mix(Batch incoming, int[] order, ReplayBuffer buffer, int[] samples) {
    int size = order.length + samples.length;
    MixedBatch mixed = bySize.computeIfAbsent(size, n -> new MixedBatch(model, n));
    mixed.fill(incoming, order, buffer, samples);
    return mixed;
  }
}
