package io.clmaven.runtime.engine;

import java.util.ArrayList;
import java.util.List;

/** A layer of a model specification: engine-neutral, without memory. */
public sealed interface Layer {

  /**
   * A parameter tensor of a layer.
   *
   * @param kind what it is
   * @param shape its public shape, see {@link Segment}
   * @param start how it starts
   */
  record Parameter(Segment.Kind kind, List<Integer> shape, Initialization start) {}

  /** Returns how many inputs the layer has. */
  default int arity() {
    return 1;
  }

  /**
   * Works out the shape of one sample behind the layer.
   *
   * @param inputs shapes of one sample at each input: [D] or [C, H, W]
   * @throws IllegalArgumentException if the layer cannot take them; the message starts after the
   *     name of the layer
   */
  List<Integer> outputShape(List<List<Integer>> inputs);

  /**
   * Returns the trained parameters, weight before bias.
   *
   * @param input shape of one sample at the first input
   */
  default List<Parameter> parameters(List<Integer> input) {
    return List.of();
  }

  /**
   * Returns the running statistics: they move in training, but not by a gradient.
   *
   * @param input shape of one sample at the first input
   */
  default List<Parameter> statistics(List<Integer> input) {
    return List.of();
  }

  /**
   * Returns what the segment of a parameter or statistic is named after.
   *
   * @param name name of this layer in its model
   * @param parameter one of its own
   */
  default String owner(String name, Parameter parameter) {
    return name;
  }

  /**
   * Fully connected: y = x W^T + b, W [out, in].
   *
   * @param outputs number of outputs
   * @param weight how W starts
   * @param bias how b starts, {@link Initialization#ABSENT} for none
   */
  record Linear(int outputs, Initialization weight, Initialization bias) implements Layer {

    /** Makes a layer whose bias, if any, starts with the law of the weights. */
    public Linear(int outputs, boolean bias, Initialization both) {
      this(outputs, both, bias ? both : Initialization.ABSENT);
    }

    /** Returns whether there is a bias. */
    public boolean hasBias() {
      return !bias.equals(Initialization.ABSENT);
    }

    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      if (inputs.get(0).size() != 1) {
        throw new IllegalArgumentException("it needs a flat input, found " + inputs.get(0));
      }
      return List.of(outputs);
    }

    @Override
    public List<Parameter> parameters(List<Integer> input) {
      return withBias(List.of(outputs, input.get(0)), weight, bias);
    }
  }

  /**
   * Convolution (cross-correlation, as usual), W [out, in, kh, kw].
   *
   * @param filters number of output channels
   * @param window kernel, stride and zero padding
   * @param weight how W starts
   * @param bias how the bias [out] starts, {@link Initialization#ABSENT} for none
   */
  record Convolution(int filters, Window window, Initialization weight, Initialization bias)
      implements Layer {

    /** Returns whether there is a bias. */
    public boolean hasBias() {
      return !bias.equals(Initialization.ABSENT);
    }

    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      Extent places = window.places(inputs.get(0));
      return List.of(filters, places.rows(), places.columns());
    }

    @Override
    public List<Parameter> parameters(List<Integer> input) {
      Extent kernel = window.kernel();
      List<Integer> shape = List.of(filters, input.get(0), kernel.rows(), kernel.columns());
      return withBias(shape, weight, bias);
    }
  }

  /**
   * Batch normalisation of each channel over samples, rows and columns: scale * (x - mean) /
   * sqrt(variance + epsilon) + shift, with the biased variance of the batch. Scale starts at 1,
   * shift at 0, running mean at 0, running variance at 1.
   *
   * @param statistics which mean and variance
   * @param momentum share of the batch in an update of running statistics; the running variance
   *     takes the unbiased variance of the batch
   * @param epsilon added to the variance
   */
  record BatchNorm(Statistics statistics, double momentum, double epsilon) implements Layer {

    /** Which mean and variance normalise. */
    public enum Statistics {
      /** Those of the batch, in training and evaluation; there are no running ones. */
      BATCH,
      /** Those of the batch in training, the running ones in evaluation. */
      RUNNING,
      /** The running ones, which never move. */
      FROZEN
    }

    public BatchNorm {
      if (!(momentum >= 0 && momentum <= 1 && epsilon >= 0)) {
        throw new IllegalArgumentException(
            "a batch normalisation needs momentum in [0, 1] and epsilon >= 0, found %s and %s"
                .formatted(momentum, epsilon));
      }
    }

    /** Makes a layer with PyTorch's momentum 0.1 and epsilon 1e-5. */
    public BatchNorm(Statistics statistics) {
      this(statistics, 0.1, 1e-5);
    }

    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      return inputs.get(0);
    }

    @Override
    public List<Parameter> parameters(List<Integer> input) {
      List<Integer> channels = input.subList(0, 1);
      return List.of(
          new Parameter(Segment.Kind.SCALE, channels, new Initialization.Constant(1)),
          new Parameter(Segment.Kind.SHIFT, channels, new Initialization.Constant(0)));
    }

    @Override
    public List<Parameter> statistics(List<Integer> input) {
      List<Integer> channels = input.subList(0, 1);
      return statistics == Statistics.BATCH
          ? List.of()
          : List.of(
              new Parameter(Segment.Kind.MEAN, channels, new Initialization.Constant(0)),
              new Parameter(Segment.Kind.VARIANCE, channels, new Initialization.Constant(1)));
    }
  }

  /** A layer that changes each value by itself. */
  sealed interface Elementwise extends Layer {
    @Override
    default List<Integer> outputShape(List<List<Integer>> inputs) {
      return inputs.get(0);
    }
  }

  /** max(x, 0). */
  record Relu() implements Elementwise {}

  /**
   * x where x &gt; 0, else slope * x.
   *
   * @param slope not negative: the sign of x can then be read off the output
   */
  record LeakyRelu(double slope) implements Elementwise {

    public LeakyRelu {
      if (!(slope >= 0)) {
        throw new IllegalArgumentException("a leaky ReLU needs a slope >= 0, found " + slope);
      }
    }
  }

  /** Hyperbolic tangent. */
  record Tanh() implements Elementwise {}

  /** 1 / (1 + exp(-x)). */
  record Sigmoid() implements Elementwise {}

  /**
   * Element-wise dropout: in training an element is zero with the given probability, the others are
   * divided by 1 - p.
   */
  record Dropout(double probability) implements Elementwise {

    public Dropout {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "a dropout layer needs a probability in [0, 1], found " + probability);
      }
    }
  }

  /** A trained factor for each feature or channel: y = x * w, w starts at 1. */
  record Gate() implements Layer {
    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      return inputs.get(0);
    }

    @Override
    public List<Parameter> parameters(List<Integer> input) {
      List<Integer> features = input.subList(0, 1);
      return List.of(new Parameter(Segment.Kind.GATE, features, new Initialization.Constant(1)));
    }
  }

  /** Multiplies each channel of the first input [C, H, W] by a value of the second input [C]. */
  record ChannelGate() implements Layer {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      List<Integer> image = inputs.get(0);
      if (!inputs.get(1).equals(image.subList(0, 1))) {
        throw new IllegalArgumentException(
            "it needs one factor for each channel of %s, found %s".formatted(image, inputs.get(1)));
      }
      return image;
    }
  }

  /** Adds two inputs of the same shape. */
  record Add() implements Layer {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      if (!inputs.get(0).equals(inputs.get(1))) {
        throw new IllegalArgumentException(
            "it needs two inputs of one shape, found %s and %s"
                .formatted(inputs.get(0), inputs.get(1)));
      }
      return inputs.get(0);
    }
  }

  /** Largest value in a window; the padding counts as minus infinity, odd edges are dropped. */
  record MaxPool(Window window) implements Layer {
    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      return pooled(inputs.get(0), window);
    }
  }

  /** Mean of a window; odd edges are dropped. */
  record AveragePool(Window window) implements Layer {
    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      return pooled(inputs.get(0), window);
    }
  }

  /** Mean of each channel: [C, H, W] to [C]. */
  record GlobalAveragePool() implements Layer {
    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      List<Integer> image = inputs.get(0);
      if (image.size() != 3) {
        throw new IllegalArgumentException("it needs an image [C, H, W], found " + image);
      }
      return image.subList(0, 1);
    }
  }

  /**
   * Local response normalisation as PyTorch defines it: x_c / (k + alpha / size * sum of x_c'^2) ^
   * beta, c' from c - size / 2 to c + (size - 1) / 2; channels outside count as 0.
   */
  record LocalResponseNorm(int size, double alpha, double beta, double k) implements Layer {

    public LocalResponseNorm {
      if (size < 1 || !(alpha >= 0 && k > 0)) {
        throw new IllegalArgumentException(
            "a local response normalisation needs size >= 1, alpha >= 0 and k > 0, found %s, %s and %s"
                .formatted(size, alpha, k));
      }
    }

    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      return inputs.get(0);
    }
  }

  /** Turns [C, H, W] into [C*H*W], channel slowest. */
  record Flatten() implements Layer {
    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      return List.of(inputs.get(0).stream().reduce(1, Math::multiplyExact));
    }
  }

  /**
   * A whole network in DL4J's own words; only engine {@code dl4j} runs it.
   *
   * @param configuration JSON of a computation graph without output layer
   * @param parts its parameters and running statistics, layer by layer
   * @param outputs number of logits
   */
  record Dl4jNetwork(String configuration, List<Part> parts, int outputs) implements Layer {

    /**
     * A parameter with its place.
     *
     * @param layer name of a layer in the network
     */
    public record Part(String layer, Parameter parameter) {

      private boolean isStatistic() {
        return parameter.kind() == Segment.Kind.MEAN || parameter.kind() == Segment.Kind.VARIANCE;
      }
    }

    public Dl4jNetwork {
      parts = List.copyOf(parts);
    }

    @Override
    public String owner(String name, Parameter parameter) {
      return parts.stream()
          .filter(part -> part.parameter() == parameter)
          .findFirst()
          .orElseThrow()
          .layer();
    }

    @Override
    public List<Parameter> statistics(List<Integer> input) {
      return parts.stream().filter(Part::isStatistic).map(Part::parameter).toList();
    }

    @Override
    public List<Integer> outputShape(List<List<Integer>> inputs) {
      return List.of(outputs);
    }

    @Override
    public List<Parameter> parameters(List<Integer> input) {
      return parts.stream().filter(part -> !part.isStatistic()).map(Part::parameter).toList();
    }
  }

  private static List<Integer> pooled(List<Integer> image, Window window) {
    Extent places = window.places(image);
    return List.of(image.get(0), places.rows(), places.columns());
  }

  private static List<Parameter> withBias(
      List<Integer> shape, Initialization weight, Initialization bias) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter(Segment.Kind.WEIGHT, shape, weight));
    if (!bias.equals(Initialization.ABSENT)) {
      parameters.add(new Parameter(Segment.Kind.BIAS, shape.subList(0, 1), bias));
    }
    return parameters;
  }
}
