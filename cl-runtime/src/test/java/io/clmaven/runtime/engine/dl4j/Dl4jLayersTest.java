package io.clmaven.runtime.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Differences;
import io.clmaven.runtime.engine.DoubleNetwork;
import io.clmaven.runtime.engine.Extent;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.Window;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Each layer in a small network, against the same network in double precision. */
class Dl4jLayersTest {

  private static final double TOLERANCE = 1e-4;
  private static final int SAMPLES = 5;

  private final Dl4jEngine engine = new Dl4jEngine();

  static Stream<Arguments> layers() {
    return Stream.of(
        Arguments.of("convolution with bias", images(convolution(true))),
        Arguments.of("convolution without bias", images(convolution(false))),
        Arguments.of("batch norm of a batch", images(new Layer.BatchNorm(Statistics.BATCH))),
        Arguments.of("batch norm", images(new Layer.BatchNorm(Statistics.RUNNING, 0.3, 1e-4))),
        Arguments.of("frozen batch norm", images(new Layer.BatchNorm(Statistics.FROZEN))),
        Arguments.of("relu", images(new Layer.Relu())),
        Arguments.of("leaky relu", images(new Layer.LeakyRelu(0.2))),
        Arguments.of("tanh", images(new Layer.Tanh())),
        Arguments.of("sigmoid", images(new Layer.Sigmoid())),
        Arguments.of("max pool", images(new Layer.MaxPool(Window.square(3, 2, 1)))),
        Arguments.of("max pool of odd edges", images(new Layer.MaxPool(Window.square(2, 2, 0)))),
        Arguments.of("average pool", images(new Layer.AveragePool(Window.square(2, 2, 0)))),
        Arguments.of("padded average pool", images(new Layer.AveragePool(Window.square(3, 2, 1)))),
        Arguments.of("LRN of odd size", images(new Layer.LocalResponseNorm(3, 0.5, 0.75, 1))),
        Arguments.of("LRN of even size", images(new Layer.LocalResponseNorm(4, 0.5, 0.75, 1))),
        Arguments.of("gate of channels", images(new Layer.Gate())),
        Arguments.of("gate of features", features(new Layer.Gate())),
        Arguments.of("gate with two inputs", channelGate()),
        Arguments.of("no dropout", images(new Layer.Dropout(0))),
        Arguments.of("global average pool", globalPool()),
        Arguments.of("batch norm of features", features(new Layer.BatchNorm(Statistics.RUNNING))),
        Arguments.of("frozen features", features(new Layer.BatchNorm(Statistics.FROZEN))),
        Arguments.of("sum", sum()));
  }

  private static Layer.Convolution convolution(boolean bias) {
    Window window = new Window(new Extent(3, 2), new Extent(2, 1), new Extent(1, 0));
    return new Layer.Convolution(
        4, window, Initialization.PYTORCH, bias ? Initialization.PYTORCH : Initialization.ABSENT);
  }

  private static ModelSpec images(Layer layer) {
    return ModelSpec.input(List.of(2, 5, 6))
        .then("conv", convolution(true))
        .then("layer", layer)
        .then("flatten", new Layer.Flatten())
        .then("lin", Models.linear(3, true))
        .build();
  }

  private static ModelSpec globalPool() {
    return ModelSpec.input(List.of(2, 5, 6))
        .then("conv", convolution(false))
        .then("pool", new Layer.GlobalAveragePool())
        .then("lin", Models.linear(3, true))
        .build();
  }

  private static ModelSpec features(Layer layer) {
    return ModelSpec.input(List.of(7))
        .then("lin1", Models.linear(6, true))
        .then("layer", layer)
        .then("lin2", Models.linear(3, false))
        .build();
  }

  private static ModelSpec channelGate() {
    return ModelSpec.input(List.of(2, 5, 6))
        .then("conv", convolution(false))
        .join("pool", new Layer.GlobalAveragePool(), ModelSpec.INPUT)
        .then("factors", Models.linear(4, true))
        .join("gate", new Layer.ChannelGate(), "conv", "factors")
        .then("flatten", new Layer.Flatten())
        .then("lin", Models.linear(3, true))
        .build();
  }

  private static ModelSpec sum() {
    Layer.Convolution same =
        new Layer.Convolution(
            2, Window.square(3, 1, 1), Initialization.PYTORCH, Initialization.ABSENT);
    return ModelSpec.input(List.of(2, 5, 6))
        .then("conv1", same)
        .then("tanh", new Layer.Tanh())
        .then("conv2", same)
        .join("add", new Layer.Add(), "conv2", "conv1")
        .then("sigmoid", new Layer.Sigmoid())
        .then("flatten", new Layer.Flatten())
        .then("lin", Models.linear(3, true))
        .build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void computesLogitsAndGradientsInTraining(String name, ModelSpec model) {
    assertRight(model, Mode.TRAIN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void computesLogitsAndGradientsInEvaluation(String name, ModelSpec model) {
    assertRight(model, Mode.EVALUATE);
  }

  private void assertRight(ModelSpec model, Mode mode) {
    Batch batch = Models.batch(model, SAMPLES, 1);
    try (Network network = Models.compile(engine, model, 2)) {
      disturb(network);
      Differences expected = Differences.at(network, batch, mode);
      double[] moved = moved(network, batch, mode);
      INDArray logits = network.forward(batch, mode);
      assertClose(flat(logits), Arrays.stream(expected.logits()).flatMapToDouble(Arrays::stream));
      network.backward(batch, new SoftmaxCrossEntropy());
      assertClose(
          DoubleNetwork.doubles(network.gradient().pull()),
          DoubleStream.of(expected.parameterGradient()));
      assertClose(
          flat(network.derivatives().inputs()),
          Arrays.stream(expected.inputGradient()).flatMapToDouble(Arrays::stream));
      assertClose(DoubleNetwork.doubles(network.statistics().values()), DoubleStream.of(moved));
    }
  }

  /** Makes scales, shifts and statistics differ from where they start. */
  private static void disturb(Network network) {
    RandomStream random = new RandomStreams(3).stream("init");
    float[] parameters = network.parameters().values();
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += random.nextUniform(0.1f);
    }
    float[] statistics = network.statistics().values();
    for (int i = 0; i < statistics.length; i++) {
      statistics[i] += random.nextUniform(0.5f);
    }
  }

  private static double[] moved(Network network, Batch batch, Mode mode) {
    double[] statistics = DoubleNetwork.doubles(network.statistics().values());
    boolean moves =
        mode == Mode.TRAIN
            && network.model().nodes().stream()
                .map(ModelSpec.Node::layer)
                .anyMatch(
                    l -> l instanceof Layer.BatchNorm n && n.statistics() == Statistics.RUNNING);
    return moves
        ? new DoubleNetwork(network.model(), mode, statistics)
            .movedStatistics(
                DoubleNetwork.doubles(network.parameters().pull()), DoubleNetwork.inputs(batch))
        : statistics;
  }

  private static double[] flat(INDArray array) {
    return DoubleNetwork.doubles(array.dup('c').data().asFloat());
  }

  /** Compares by the norm of the difference, relative to the norm of what is expected. */
  private static void assertClose(double[] actual, DoubleStream expectedValues) {
    double[] expected = expectedValues.toArray();
    assertThat(actual).hasSameSizeAs(expected);
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < actual.length; i++) {
      difference += Math.pow(actual[i] - expected[i], 2);
      norm += Math.pow(expected[i], 2);
    }
    assertThat(Math.sqrt(difference)).isLessThanOrEqualTo(TOLERANCE * Math.sqrt(norm));
  }
}
