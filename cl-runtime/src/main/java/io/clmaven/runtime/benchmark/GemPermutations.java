package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.random.TorchRandom;

/**
 * The pixel permutations of Permuted MNIST as the generator of GEM (Lopez-Paz and Ranzato, NeurIPS
 * 2017) makes them: one {@code torch.randperm} per task, the first one included, one after the
 * other from one generator. It was run once, so that all seeds of an experiment share the
 * permutations.
 */
final class GemPermutations implements PixelOrders {

  private static final int SEED = 0;

  @Override
  public String name(int task) {
    return "permutation " + task;
  }

  @Override
  public int[] permutation(int task, int pixels) {
    TorchRandom random = new TorchRandom(SEED);
    int[] permutation = random.permutation(pixels);
    for (int i = 0; i < task; i++) {
      permutation = random.permutation(pixels);
    }
    return permutation;
  }
}
