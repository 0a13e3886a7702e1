package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/**
 * Reservoir sampling (Vitter 1985): after n samples of a stream each of them is kept with the same
 * probability, capacity / n.
 */
public final class Reservoir implements SlotRule {

  private final int capacity;
  private long seen;

  /**
   * Makes an empty reservoir.
   *
   * @param capacity number of slots; 0 keeps nothing
   */
  public Reservoir(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Decides about the next sample of the stream: the first ones fill the slots in order, then the
   * n-th one replaces slot p, drawn from 0 to n - 1, if there is such a slot.
   */
  @Override
  public int next(int task, int label, ReplayDraws draws) {
    seen++;
    if (seen <= capacity) {
      return (int) seen - 1;
    }
    if (capacity == 0) {
      return NONE;
    }
    int drawn = draws.slot(seen);
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

  @Override
  public void save(StateWriter out) {
    out.putLong("reservoir.seen", seen);
  }

  @Override
  public void load(StateReader in) {
    seen = in.getLong("reservoir.seen");
  }
}
