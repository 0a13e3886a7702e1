package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.random.RandomStream;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The pixel permutations of Permuted MNIST as in the code of TAG (Malviya, Ravindran and Chandar,
 * CoLLAs 2022): the first task shows the images as they are. That code draws the others from a
 * generator without a seed; here the seed of the run decides.
 *
 * @param random a stream for the permutation of each task
 */
record TagPermutations(IntFunction<RandomStream> random) implements PixelOrders {

  @Override
  public String name(int task) {
    return task == 0 ? NOT_PERMUTED : "permutation " + task;
  }

  @Override
  public int[] permutation(int task, int pixels) {
    return task == 0
        ? IntStream.range(0, pixels).toArray()
        : random.apply(task).permutation(pixels);
  }
}
