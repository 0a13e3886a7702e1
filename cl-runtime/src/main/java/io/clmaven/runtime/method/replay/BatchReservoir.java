package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/**
 * Reservoir sampling batch by batch, as in the code of TAG: all samples of a batch that find no
 * free slot draw from the same numbers, 0 to n - 1, with n the samples seen before them. {@link
 * Reservoir} counts each sample at once, and keeps all samples with the same probability; here new
 * samples are kept a little more often.
 */
public final class BatchReservoir implements SlotRule {

  private final int capacity;
  private long seen;
  private long range; // n

  /**
   * Makes an empty reservoir.
   *
   * @param capacity number of slots; 0 keeps nothing
   */
  public BatchReservoir(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public void beginBatch() {
    range = seen;
  }

  @Override
  public int next(int task, int label, ReplayDraws draws) {
    if (capacity == 0) {
      return NONE;
    }
    if (seen < capacity) {
      range = ++seen;
      return (int) seen - 1;
    }
    seen++;
    int drawn = draws.slot(range);
    return drawn < capacity ? drawn : NONE;
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public int size() {
    return (int) Math.min(seen, capacity);
  }

  /** Between two batches, where the next one sets the range. */
  @Override
  public void save(StateWriter out) {
    out.putLong("reservoir.seen", seen);
  }

  @Override
  public void load(StateReader in) {
    seen = in.getLong("reservoir.seen");
  }
}
