package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.random.NumpyRandom;

/**
 * The pixel permutations of Permuted MNIST as the official code of GPM (Saha, Garg and Roy, ICLR
 * 2021) makes them: ids r = shuffle(0..T-1, seed); task i uses the permutation of seed 100 r_i + i.
 */
final class PixelPermutations implements PixelOrders {

  private final int[] ids;

  /**
   * Draws the ids.
   *
   * @param tasks number of tasks T
   * @param seed seed of the run, 0 to 2147483647
   */
  PixelPermutations(int tasks, int seed) {
    ids = new NumpyRandom(seed).permutation(tasks);
  }

  /** Returns the id r of a task. */
  int id(int task) {
    return ids[task];
  }

  /** Returns the seed of the permutation of a task. */
  int seed(int task) {
    return 100 * ids[task] + task;
  }

  @Override
  public String name(int task) {
    return "permutation " + seed(task);
  }

  @Override
  public int[] permutation(int task, int pixels) {
    return new NumpyRandom(seed(task)).permutation(pixels);
  }
}
