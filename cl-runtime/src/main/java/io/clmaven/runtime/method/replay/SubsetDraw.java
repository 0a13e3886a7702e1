package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.random.RandomStream;

/** Draws without replacement, in random order; its arrays are used again. */
final class SubsetDraw {

  private final RandomStream random;
  private int[] pool = {};
  private int[] drawn = {};

  SubsetDraw(RandomStream random) {
    this.random = random;
  }

  /**
   * Returns {@code count} different numbers of 0 to {@code size} - 1, valid until the next call.
   */
  int[] draw(int size, int count) {
    if (pool.length < size) {
      pool = new int[size];
    }
    if (drawn.length != count) {
      drawn = new int[count];
    }
    for (int i = 0; i < size; i++) {
      pool[i] = i;
    }
    for (int i = 0; i < count; i++) { // the first rounds of Fisher-Yates
      int chosen = i + random.nextInt(size - i);
      drawn[i] = pool[chosen];
      pool[chosen] = pool[i];
    }
    return drawn;
  }
}
