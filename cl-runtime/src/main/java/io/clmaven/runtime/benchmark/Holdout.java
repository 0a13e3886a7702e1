package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.random.NumpyRandom;
import io.clmaven.runtime.random.RandomStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Division of training images: the first ones are held out, the rest is learnt from.
 *
 * @param validation indices of the images held out
 * @param train indices of the images to learn from
 */
record Holdout(int[] validation, int[] train) {

  /** Holds out the first floor(share x N) images in the order given. */
  static Holdout ofFirst(int[] indices, double share) {
    int held = (int) Math.floor(indices.length * share);
    return new Holdout(
        Arrays.copyOf(indices, held), Arrays.copyOfRange(indices, held, indices.length));
  }

  /** Holds out floor(share x N) images drawn at random; both parts stay in the order given. */
  static Holdout ofRandom(int[] indices, double share, RandomStream stream) {
    int held = (int) Math.floor(indices.length * share);
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

  /** Learns from that many images drawn at random, in the order given; from all if empty. */
  Holdout sampled(Optional<Integer> samples, RandomStream stream) {
    if (samples.isEmpty()) {
      return this;
    }
    if (samples.get() > train.length) {
      throw BenchmarkMessages.tooFewSamples(samples.get(), train.length);
    }
    return new Holdout(validation, pick(train, stream.permutation(train.length), 0, samples.get()));
  }

  private static int[] pick(int[] indices, int[] order, int from, int to) {
    return IntStream.range(from, to).map(i -> order[i]).sorted().map(i -> indices[i]).toArray();
  }
}
