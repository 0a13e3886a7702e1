package io.clmaven.runtime.engine;

import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Small models of any form. Each layer follows from a number of its own, so that a failing model
 * shrinks by leaving layers out.
 */
final class RandomModels {

  /** Wide, so that a channel that is constant in a batch is no division by almost nothing. */
  private static final double EPSILON = 0.1;

  private final RandomStream random;
  private final ModelBuilder model;
  private final List<String> names;
  private final double dropout;

  private RandomModels(long seed, ModelBuilder model, List<String> names, double dropout) {
    this.random = new RandomStreams(seed).stream("layer");
    this.model = model;
    this.names = names;
    this.dropout = dropout;
  }

  /** Makes models of vectors and of images up to 4 x 8 x 8, with dropout of a probability. */
  static Arbitrary<ModelSpec> withDropout(double probability) {
    Arbitrary<Integer> channels = Arbitraries.integers().between(1, 4);
    Arbitrary<Integer> side = Arbitraries.integers().between(1, 8);
    Arbitrary<List<Integer>> images =
        Combinators.combine(channels, side, side).as((c, h, w) -> List.of(c, h, w));
    Arbitrary<List<Integer>> vectors = Arbitraries.integers().between(1, 9).map(List::of);
    Arbitrary<List<Integer>> shapes =
        Arbitraries.frequencyOf(Tuple.of(4, images), Tuple.of(1, vectors));
    Arbitrary<List<Integer>> layers =
        Arbitraries.integers().between(0, 1 << 20).list().ofMinSize(1).ofMaxSize(8);
    return Combinators.combine(shapes, layers).as((s, l) -> make(s, l, probability));
  }

  /** Returns a number of samples that batch normalisation can take: one value has no variance. */
  static int samples(ModelSpec model, int wanted) {
    boolean norms = model.nodes().stream().anyMatch(n -> n.layer() instanceof Layer.BatchNorm);
    return norms ? Math.max(wanted, 2) : wanted;
  }

  private static ModelSpec make(List<Integer> shape, List<Integer> layers, double dropout) {
    ModelBuilder model = ModelSpec.input(shape);
    List<String> names = new ArrayList<>(List.of(ModelSpec.INPUT));
    for (int seed : layers) {
      new RandomModels(seed, model, names, dropout).add();
    }
    if (model.shape(names.get(names.size() - 1)).size() > 1) {
      model.then("flatten", new Layer.Flatten());
    }
    return model.then("logits", Models.linear(4, true)).build();
  }

  private void add() {
    if (random.nextInt(3) == 0) {
      then(values());
    } else if (model.shape(last()).size() == 1) {
      addToVector();
    } else {
      addToImage();
    }
  }

  private void addToVector() {
    switch (random.nextInt(3)) {
      case 0 -> addSum();
      case 1 -> then(channels());
      default -> then(Models.linear(1 + random.nextInt(6), random.nextInt(2) == 0));
    }
  }

  private void addToImage() {
    switch (random.nextInt(8)) {
      case 0 -> addSum();
      case 1 -> addChannelGate();
      case 2 -> then(channels());
      case 3 -> then(new Layer.MaxPool(pool(random.nextInt(2))));
      case 4 -> then(random.nextInt(2) == 0 ? average() : new Layer.GlobalAveragePool());
      default -> then(convolution());
    }
  }

  private String last() {
    return names.get(names.size() - 1);
  }

  private void then(Layer layer) {
    model.then("layer" + names.size(), layer);
    names.add(model.last());
  }

  /** Layers that keep to each value. */
  private Layer values() {
    return switch (random.nextInt(6)) {
      case 0 -> new Layer.LeakyRelu(0.5);
      case 1 -> new Layer.Tanh();
      case 2 -> new Layer.Sigmoid();
      case 3 -> new Layer.Dropout(dropout);
      default -> new Layer.Relu();
    };
  }

  /** Layers that treat channels differently. */
  private Layer channels() {
    return switch (random.nextInt(4)) {
      case 0 -> new Layer.Gate();
      case 1 -> new Layer.LocalResponseNorm(1 + random.nextInt(5), 0.5, 0.75, 1);
      default ->
          new Layer.BatchNorm(
              Statistics.values()[random.nextInt(Statistics.values().length)], 0.1, EPSILON);
    };
  }

  private Layer convolution() {
    Initialization start = Initialization.PYTORCH;
    return new Layer.Convolution(
        1 + random.nextInt(6),
        new Window(kernel(), stride(), new Extent(random.nextInt(2), random.nextInt(2))),
        start,
        random.nextInt(2) == 0 ? start : Initialization.ABSENT);
  }

  private Layer average() {
    return new Layer.AveragePool(pool(0));
  }

  /** Returns a window with a padding of at most half a kernel. */
  private Window pool(int padding) {
    Extent kernel = kernel();
    Extent margin =
        new Extent(Math.min(padding, kernel.rows() / 2), Math.min(padding, kernel.columns() / 2));
    return new Window(kernel, stride(), margin);
  }

  private Extent kernel() {
    List<Integer> image = model.shape(last());
    return new Extent(
        1 + random.nextInt(Math.min(3, image.get(1))),
        1 + random.nextInt(Math.min(3, image.get(2))));
  }

  private Extent stride() {
    return new Extent(1 + random.nextInt(2), 1 + random.nextInt(2));
  }

  /** Adds something of the same shape: a layer before, the input, or the layer itself. */
  private void addSum() {
    List<Integer> shape = model.shape(last());
    List<String> others = names.stream().filter(name -> model.shape(name).equals(shape)).toList();
    String other = others.get(random.nextInt(others.size()));
    model.join("layer" + names.size(), new Layer.Add(), last(), other);
    names.add(model.last());
  }

  /** Scales channels by a small network's outputs. */
  private void addChannelGate() {
    String image = last();
    String name = "layer" + names.size();
    model
        .join(name + ".means", new Layer.GlobalAveragePool(), image)
        .then(name + ".lin", Models.linear(model.shape(image).get(0), true))
        .then(name + ".sigmoid", new Layer.Sigmoid())
        .join(name, new Layer.ChannelGate(), image, name + ".sigmoid");
    names.add(name);
  }
}
