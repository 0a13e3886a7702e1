package io.clmaven.runtime.engine;

import io.clmaven.runtime.random.RandomStream;

/** How the weights of a layer start. */
public sealed interface Initialization {

  /** Fills the weights of a layer with {@code fanIn} inputs per output. */
  void fill(float[] values, int from, int to, int fanIn, RandomStream random);

  /**
   * Uniform in [-b, b) with b = sqrt(gain / fanIn): gain 1 is PyTorch's default for linear and
   * convolution layers, gain 6 is He's.
   */
  record UniformFanIn(double gain) implements Initialization {
    @Override
    public void fill(float[] values, int from, int to, int fanIn, RandomStream random) {
      float bound = (float) Math.sqrt(gain / fanIn);
      for (int i = from; i < to; i++) {
        values[i] = random.nextUniform(bound);
      }
    }
  }
}
