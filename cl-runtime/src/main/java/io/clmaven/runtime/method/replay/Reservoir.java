package io.clmaven.runtime.method.replay;

/**
 * Reservoir sampling (Vitter 1985): the n-th sample draws from 0 to n - 1, so that after n samples
 * each of them is kept with the same probability, capacity / n.
 */
public final class Reservoir extends ReservoirRule {

  /**
   * Makes an empty reservoir.
   *
   * @param capacity number of slots; 0 keeps nothing
   */
  public Reservoir(int capacity) {
    super(capacity);
  }

  @Override
  long range() {
    return seen();
  }
}
