package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/**
 * A reservoir of a stream: the first samples fill the slots in order, then each draws a number, and
 * replaces the sample of that slot if there is such a slot.
 */
abstract sealed class ReservoirRule implements SlotRule permits Reservoir, BatchReservoir {

  private final int capacity;
  private long seen;

  ReservoirRule(int capacity) {
    this.capacity = capacity;
  }

  /** Returns the number of samples of the stream so far, the current one included. */
  final long seen() {
    return seen;
  }

  /** Returns how many numbers the current sample, which found no free slot, draws from. */
  abstract long range();

  @Override
  public final int next(int task, int label, ReplayDraws draws) {
    seen++;
    if (seen <= capacity) {
      return (int) seen - 1;
    }
    if (capacity == 0) {
      return NONE;
    }
    int drawn = draws.slot(range());
    return drawn < capacity ? drawn : NONE;
  }

  @Override
  public final int capacity() {
    return capacity;
  }

  @Override
  public final int size() {
    return (int) Math.min(seen, capacity);
  }

  /** Between two batches. */
  @Override
  public final void save(StateWriter out) {
    out.putLong("reservoir.seen", seen);
  }

  @Override
  public final void load(StateReader in) {
    seen = in.getLong("reservoir.seen");
  }
}
