package io.clmaven.runtime.benchmark;

/** The pixel permutations of the tasks of Permuted MNIST. */
sealed interface PixelOrders permits PixelPermutations, GemPermutations {

  /** Returns what reports call a task. */
  String name(int task);

  /** Returns the permutation of a task: output pixel k is input pixel {@code result[k]}. */
  int[] permutation(int task, int pixels);
}
