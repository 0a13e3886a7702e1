package io.clmaven.runtime.random;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** A stream of random numbers (xoshiro256++) whose position can be saved and restored. */
public final class RandomStream implements Stateful {

  private final RestorableUniformRandomProvider source;
  private final NormalizedGaussianSampler gaussian; // keeps nothing between two draws

  RandomStream(long[] seed) {
    source = RandomSource.XO_SHI_RO_256_PP.create(seed);
    gaussian = ZigguratSampler.NormalizedGaussian.of(source);
  }

  /** Returns a number of 0 to {@code bound} - 1, all equally likely. */
  public int nextInt(int bound) {
    return source.nextInt(bound);
  }

  /** Returns 64 random bits. */
  public long nextLong() {
    return source.nextLong();
  }

  /** Returns a number of [0, 1). */
  public float nextFloat() {
    return source.nextFloat();
  }

  /** Returns a number of [0, 1). */
  public double nextDouble() {
    return source.nextDouble();
  }

  /** Returns a number of [-bound, bound). */
  public float nextUniform(float bound) {
    return (2f * source.nextFloat() - 1f) * bound;
  }

  /** Returns a number of the standard normal distribution. */
  public double nextGaussian() {
    return gaussian.sample();
  }

  /** Returns 0 to {@code length} - 1 in random order (Fisher-Yates). */
  public int[] permutation(int length) {
    int[] order = new int[length];
    for (int i = 0; i < length; i++) {
      order[i] = i;
    }
    shuffle(order);
    return order;
  }

  /** Brings the values into random order (Fisher-Yates), in place. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = source.nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putBytes("random", ((RandomProviderDefaultState) source.saveState()).getState());
  }

  @Override
  public void load(StateReader in) {
    source.restoreState(new RandomProviderDefaultState(in.getBytes("random")));
  }
}
