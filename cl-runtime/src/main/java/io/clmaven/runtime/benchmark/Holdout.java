package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.random.NumpyRandom;
import io.clmaven.runtime.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Division of training images: the first ones are held out, the rest is learnt from.
 *
 * @param validation indices of the images held out
 * @param train indices of the images to learn from
 */
record Holdout(int[] validation, int[] train) {

  /** Returns how many of some images are not held out. */
  static int left(int images, double share) {
    return images - (int) Math.floor(images * share);
  }

  /** Holds out the first floor(share x N) images in the order given. */
  static Holdout ofFirst(int[] indices, double share) {
    int held = indices.length - left(indices.length, share);
    return new Holdout(
        Arrays.copyOf(indices, held), Arrays.copyOfRange(indices, held, indices.length));
  }

  /** Holds out floor(share x N) images drawn at random; both parts stay in the order given. */
  static Holdout ofRandom(int[] indices, double share, RandomStream stream) {
    int held = indices.length - left(indices.length, share);
    int[] order = stream.permutation(indices.length);
    return new Holdout(pick(indices, order, 0, held), pick(indices, order, held, order.length));
  }

  /**
   * Holds out the first floor(share x N) images after NumPy's shuffle; both parts stay in the order
   * of the shuffle.
   */
  static Holdout ofShuffled(int[] indices, double share, NumpyRandom random) {
    int[] shuffled = indices.clone();
    random.shuffle(shuffled);
    return ofFirst(shuffled, share);
  }

  /** Holds out floor(share x N) of the N images of every class; both parts are in index order. */
  static Holdout ofEveryClass(
      int[] indices, IntUnaryOperator label, double share, RandomStream stream) {
    Map<Integer, List<Integer>> byClass =
        Arrays.stream(indices)
            .boxed()
            .collect(Collectors.groupingBy(label::applyAsInt, TreeMap::new, Collectors.toList()));
    List<Holdout> parts =
        byClass.values().stream()
            .map(images -> images.stream().mapToInt(i -> i).toArray())
            .map(images -> ofRandom(images, share, stream))
            .toList();
    return new Holdout(joined(parts, Holdout::validation), joined(parts, Holdout::train));
  }

  private static int[] joined(List<Holdout> parts, Function<Holdout, int[]> part) {
    return parts.stream().map(part).flatMapToInt(Arrays::stream).sorted().toArray();
  }

  /**
   * Learns from that many images, from all if empty.
   *
   * @param order returns 0 to N - 1 in an order whose first ones are taken
   */
  Holdout sampled(Optional<Integer> samples, IntFunction<int[]> order) {
    if (samples.isEmpty()) {
      return this;
    }
    if (samples.get() > train.length) {
      throw BenchmarkMessages.tooFewSamples(samples.get(), train.length);
    }
    return new Holdout(validation, pick(train, order.apply(train.length), 0, samples.get()));
  }

  private static int[] pick(int[] indices, int[] order, int from, int to) {
    return IntStream.range(from, to).map(i -> order[i]).sorted().map(i -> indices[i]).toArray();
  }
}
