package io.clmaven.runtime.random;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * The part of NumPy's legacy {@code RandomState} that published experiments depend on: MT19937
 * seeded by one number, and its shuffle. Same seed, same order as in Python.
 */
public final class NumpyRandom {

  private final MersenneTwister source;

  /**
   * Seeds the generator as {@code numpy.random.RandomState(seed)} does.
   *
   * @param seed 0 to 2147483647
   */
  public NumpyRandom(int seed) {
    if (seed < 0) {
      throw new IllegalArgumentException("negative seed " + seed);
    }
    source = new MersenneTwister(seed);
  }

  /**
   * Returns 0 to {@code length} - 1 in random order: {@code numpy.random.RandomState.permutation},
   * and the gather order of {@code sklearn.utils.shuffle(..., random_state=seed)}.
   */
  public int[] permutation(int length) {
    int[] order = new int[length];
    for (int i = 0; i < length; i++) {
      order[i] = i;
    }
    shuffle(order);
    return order;
  }

  /** Brings the values into random order in place: Fisher-Yates from the end. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextUpTo(i);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  /** Draws from 0..max inclusive by masking 32-bit words and rejecting those above. */
  private int nextUpTo(int max) {
    int mask = -1 >>> Integer.numberOfLeadingZeros(max);
    int value = source.nextInt() & mask;
    while (value > max) {
      value = source.nextInt() & mask;
    }
    return value;
  }
}
