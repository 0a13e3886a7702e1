package io.clmaven.runtime.random;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * The part of PyTorch's CPU generator that published experiments depend on: MT19937 seeded by one
 * number, and {@code torch.randperm}. Same seed, same order as in Python.
 */
public final class TorchRandom {

  private final MersenneTwister source;

  /**
   * Seeds the generator as {@code torch.manual_seed(seed)} does.
   *
   * @param seed 0 to 2147483647
   */
  public TorchRandom(int seed) {
    if (seed < 0) {
      throw new IllegalArgumentException("negative seed " + seed);
    }
    source = new MersenneTwister(seed);
  }

  /** Returns 0 to {@code length} - 1 in random order: {@code torch.randperm(length)}. */
  public int[] permutation(int length) {
    int[] order = new int[length];
    for (int i = 0; i < length; i++) {
      order[i] = i;
    }
    for (int i = 0; i < length - 1; i++) {
      int j = i + Integer.remainderUnsigned(source.nextInt(), length - i);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}
