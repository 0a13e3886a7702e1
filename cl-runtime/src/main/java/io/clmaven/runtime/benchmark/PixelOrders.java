package io.clmaven.runtime.benchmark;

/** The pixel permutations of the tasks of Permuted MNIST. */
sealed interface PixelOrders permits PixelPermutations, GemPermutations, TagPermutations {

  /** What reports call a task that shows the images as they are. */
  String NOT_PERMUTED = "not permuted";

  /** Returns what reports call a task. */
  String name(int task);

  /** Returns the permutation of a task: output pixel k is input pixel {@code result[k]}. */
  int[] permutation(int task, int pixels);
}
