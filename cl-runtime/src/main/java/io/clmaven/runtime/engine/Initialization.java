package io.clmaven.runtime.engine;

import io.clmaven.runtime.random.RandomStream;
import java.util.Arrays;

/** How the parameters of a layer start. */
public sealed interface Initialization {

  /** The mark of parameters that a layer does not have, for example of no bias. */
  Initialization ABSENT = new Absent();

  /** The mark of parameters that the engine itself starts. */
  Initialization BY_ENGINE = new ByEngine();

  /** What PyTorch starts weights and biases of linear and convolution layers with. */
  Initialization PYTORCH = new UniformFanIn(1);

  /**
   * How many connections a weight is one of.
   *
   * @param in inputs of an output: in * kh * kw of a convolution
   * @param out outputs that an input feeds: out * kh * kw of a convolution
   */
  record Fan(int in, int out) {}

  /** Fills a range of {@code values}. */
  void fill(float[] values, int from, int to, Fan fan, RandomStream random);

  /** No parameters at all. */
  record Absent() implements Initialization {
    @Override
    public void fill(float[] values, int from, int to, Fan fan, RandomStream random) {
      throw new IllegalStateException("absent parameters have no values");
    }
  }

  /** Leaves the values as the engine made them. */
  record ByEngine() implements Initialization {
    @Override
    public void fill(float[] values, int from, int to, Fan fan, RandomStream random) {}
  }

  /** Given values, for example of a trained network. */
  record Given(float[] start) implements Initialization {
    @Override
    public void fill(float[] values, int from, int to, Fan fan, RandomStream random) {
      System.arraycopy(start, 0, values, from, to - from);
    }
  }

  /** Always the same value. */
  record Constant(float value) implements Initialization {
    @Override
    public void fill(float[] values, int from, int to, Fan fan, RandomStream random) {
      Arrays.fill(values, from, to, value);
    }
  }

  /**
   * Uniform in [-b, b) with b = sqrt(gain / fan in): gain 1 is PyTorch's default for linear and
   * convolution layers, gain 6 is He's.
   */
  record UniformFanIn(double gain) implements Initialization {
    @Override
    public void fill(float[] values, int from, int to, Fan fan, RandomStream random) {
      uniform(values, from, to, Math.sqrt(gain / fan.in()), random);
    }
  }

  /** Uniform in [-b, b) with b = sqrt(6 / (fan in + fan out)): Glorot and Bengio 2010. */
  record GlorotUniform() implements Initialization {
    @Override
    public void fill(float[] values, int from, int to, Fan fan, RandomStream random) {
      uniform(values, from, to, Math.sqrt(6.0 / (fan.in() + fan.out())), random);
    }
  }

  /** Normal with mean 0 and variance gain / fan in; gain 2 is He's. */
  record NormalFanIn(double gain) implements Initialization {
    @Override
    public void fill(float[] values, int from, int to, Fan fan, RandomStream random) {
      normal(values, from, to, Math.sqrt(gain / fan.in()), random);
    }
  }

  /** Normal with mean 0 and variance gain / fan out; gain 2 is what torchvision's ResNets use. */
  record NormalFanOut(double gain) implements Initialization {
    @Override
    public void fill(float[] values, int from, int to, Fan fan, RandomStream random) {
      normal(values, from, to, Math.sqrt(gain / fan.out()), random);
    }
  }

  private static void uniform(float[] values, int from, int to, double bound, RandomStream random) {
    for (int i = from; i < to; i++) {
      values[i] = random.nextUniform((float) bound);
    }
  }

  private static void normal(
      float[] values, int from, int to, double deviation, RandomStream random) {
    for (int i = from; i < to; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
  }
}
