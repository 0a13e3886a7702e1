package io.clmaven.runtime.state;

/**
 * Something whose state a checkpoint holds. After {@link #load} of what {@link #save} wrote, it
 * goes on exactly as if nothing had happened in between: the results are equal bit for bit.
 */
public interface Stateful {

  /** Writes all state that later steps depend on. */
  default void save(StateWriter out) {}

  /** Reads it back, in the same order, into an object that was begun in the same way. */
  default void load(StateReader in) {}
}
