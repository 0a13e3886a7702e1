package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.state.Stateful;

/** Decides which samples of a stream a buffer keeps, and in which of its slots. */
public sealed interface SlotRule extends Stateful permits ReservoirRule, ClassRings {

  /** Not a slot: the sample is not kept. */
  int NONE = -1;

  /** Returns the number of slots. */
  int capacity();

  /** Returns the number of slots in use. */
  int size();

  /**
   * Returns a slot in use.
   *
   * @param position 0 to {@link #size()} - 1, in the order of the slots
   */
  default int slot(int position) {
    return position;
  }

  /** Called before the first sample of a batch. */
  default void beginBatch() {}

  /**
   * Decides about the next sample of the stream.
   *
   * @param task position of its task
   * @param label counted from the first class of its task
   * @return its slot, or {@link #NONE}
   */
  int next(int task, int label, ReplayDraws draws);
}
