package io.clmaven.runtime.random;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * The part of Python's {@code random} that published experiments depend on: MT19937 seeded by a
 * whole number, and its shuffle. Same seed, same order as in Python 3.2 and later.
 */
public final class PythonRandom {

  private final MersenneTwister source;

  /**
   * Seeds the generator as {@code random.seed(seed)} does.
   *
   * @param seed 0 to 2147483647
   */
  public PythonRandom(int seed) {
    if (seed < 0) {
      throw new IllegalArgumentException("negative seed " + seed);
    }
    source = new MersenneTwister(new int[] {seed});
  }

  /** Brings the values into random order in place: {@code random.shuffle(values)}. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextBelow(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  /** Draws as many of the highest bits as the bound has, until they are below it. */
  private int nextBelow(int bound) {
    int unused = Integer.numberOfLeadingZeros(bound);
    int value = source.nextInt() >>> unused;
    while (value >= bound) {
      value = source.nextInt() >>> unused;
    }
    return value;
  }
}
