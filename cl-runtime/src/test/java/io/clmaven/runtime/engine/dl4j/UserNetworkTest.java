package io.clmaven.runtime.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class UserNetworkTest {

  private static final int CLASSES = 3;
  private static final List<Integer> IMAGE = List.of(2, 5, 6);

  @TempDir Path directory;

  private final Dl4jEngine engine = new Dl4jEngine();

  @Test
  void computesLogitsAndGradientOfDl4jItself() throws IOException {
    MultiLayerNetwork theirs =
        new MultiLayerNetwork(dense(Activation.SOFTMAX, LossFunction.MCXENT));
    theirs.init();
    theirs.save(directory.resolve("net.zip").toFile());
    ModelSpec model = read("net.zip", List.of(4));
    Batch batch = Models.batch(model, 5, 1);
    try (Network ours = Models.compile(engine, model, 1)) {
      ours.forward(batch, Mode.TRAIN);
      double loss = ours.backward(batch, new SoftmaxCrossEntropy());
      theirs.setInput(batch.inputs());
      theirs.setLabels(oneHot(batch.labels()));
      theirs.computeGradientAndScore();
      assertThat(loss).isCloseTo(theirs.score(), within(1e-5));
      assertThat(ours.gradient().pull())
          .containsExactly(
              theirs.getFlattenedGradients().div(batch.size()).data().asFloat(), within(1e-5f));
    }
  }

  @Test
  void namesParametersAndInputsByTheLayersOfTheFile() throws IOException {
    write("net.json", images().toJson());
    ModelSpec model = read("net.json", IMAGE);
    assertThat(model.layout().segments())
        .extracting(Segment::layer, Segment::kind, Segment::shape)
        .containsExactly(
            tuple("conv", Segment.Kind.WEIGHT, List.of(4, 2, 3, 3)),
            tuple("conv", Segment.Kind.BIAS, List.of(4)),
            tuple("bn", Segment.Kind.SCALE, List.of(4)),
            tuple("bn", Segment.Kind.SHIFT, List.of(4)),
            tuple("out", Segment.Kind.WEIGHT, List.of(3, 48)),
            tuple("out", Segment.Kind.BIAS, List.of(3)));
    assertThat(model.statistics().length()).isEqualTo(8);
    try (Network network = Models.compile(engine, model, 1)) {
      Batch batch = Models.batch(model, 5, 1);
      assertThat(network.capture(batch, Mode.EVALUATE).of("conv").shape())
          .containsExactly(5, 2, 5, 6);
      assertThat(network.capture(batch, Mode.EVALUATE).of("out").shape()).containsExactly(5, 48);
    }
  }

  @Test
  void startsFromTheSeedOfTheTrialOrTheFile() throws IOException {
    write("net.json", images().toJson());
    ModelSpec model = read("net.json", IMAGE);
    try (Network one = Models.compile(engine, model, 1);
        Network same = Models.compile(engine, model, 1);
        Network other = Models.compile(engine, model, 2)) {
      assertThat(one.parameters().pull()).containsExactly(same.parameters().pull());
      assertThat(one.parameters().pull()).isNotEqualTo(other.parameters().pull());
      one.forward(Models.batch(model, 5, 1), Mode.TRAIN);
      Dl4jModelFile.write(one, directory.resolve("trained.zip"));
      try (Network again = Models.compile(engine, read("trained.zip", IMAGE), 3)) {
        assertThat(again.parameters().pull()).containsExactly(one.parameters().pull());
        assertThat(again.statistics().values()).containsExactly(one.statistics().values());
      }
    }
  }

  @Test
  void takesImagesWhereTheNetworkTakesFeatures() throws IOException {
    write("net.json", dense(Activation.SOFTMAX, LossFunction.NEGATIVELOGLIKELIHOOD).toJson());
    ModelSpec model = read("net.json", List.of(1, 2, 2));
    try (Network network = Models.compile(engine, model, 1)) {
      assertThat(network.forward(Models.batch(model, 5, 1), Mode.EVALUATE).shape())
          .containsExactly(5, CLASSES);
    }
  }

  @Test
  void onlyEngineDl4jRunsIt() throws IOException {
    write("net.json", dense(Activation.SOFTMAX, LossFunction.MCXENT).toJson());
    ModelSpec model = read("net.json", List.of(4));
    assertThat(Engines.installed().choose("auto", model).id()).isEqualTo("dl4j");
    assertThatExceptionOfType(UnsupportedModelException.class)
        .isThrownBy(() -> Models.compile(new OnednnEngine(), model, 1))
        .withMessage(
            "Cannot compile layer 'network' with engine 'onednn': it is a DL4J network. Set"
                + " 'cl.engine' to 'dl4j' or 'auto'.");
  }

  @Test
  void refusesAnotherLoss() throws IOException {
    write("net.json", dense(Activation.IDENTITY, LossFunction.MSE).toJson());
    assertRefused(
        "net.json",
        "Cannot train DL4J network '%s': its last layer '1' has identity and LossMSE(). End it"
            + " with softmax and MCXENT, or with a layer that makes logits.");
  }

  @Test
  void refusesAMissingFile() {
    assertRefused(
        "net.json",
        "Cannot read DL4J network '%s': there is no such file. Write one with DL4J's 'toJson' or"
            + " 'ModelSerializer'.");
  }

  @Test
  void refusesWhatIsNoConfiguration() throws IOException {
    write("net.json", "{\"layers\": 3}");
    assertRefused(
        "net.json",
        "Cannot read DL4J network '%s': it is neither the JSON of a configuration nor a model zip of"
            + " DL4J 1.0.0-M2.1. Write it with DL4J's 'toJson' or 'ModelSerializer'.");
  }

  @Test
  void refusesInputsAndOutputsThatTheBenchmarkHasNot() throws IOException {
    write("net.json", dense(Activation.SOFTMAX, LossFunction.MCXENT).toJson());
    Path file = directory.resolve("net.json");
    assertThatExceptionOfType(UnsupportedModelException.class)
        .isThrownBy(() -> UserNetwork.read(file, List.of(5), CLASSES))
        .withMessage(
            "Cannot train DL4J network '%s': it does not take the inputs [5] of the benchmark."
                    .formatted(file)
                + " Change its number of inputs.");
    assertThatExceptionOfType(UnsupportedModelException.class)
        .isThrownBy(() -> UserNetwork.read(file, List.of(4), 10))
        .withMessage(
            "Cannot train DL4J network '%s': it makes outputs of shape [3], but the benchmark has 10"
                    .formatted(file)
                + " classes. Change its number of outputs.");
  }

  @Test
  void refusesSeveralInputs() throws IOException {
    ComputationGraphConfiguration two =
        new NeuralNetConfiguration.Builder()
            .graphBuilder()
            .addInputs("a", "b")
            .addLayer("lin", new DenseLayer.Builder().nIn(8).nOut(CLASSES).build(), "a", "b")
            .setOutputs("lin")
            .build();
    write("net.json", two.toJson());
    assertRefused(
        "net.json",
        "Cannot train DL4J network '%s': it has 2 inputs and 1 outputs. Give one of each.");
  }

  @Test
  void refusesParametersThatMethodsDoNotUnderstand() throws IOException {
    Layer recurrent = new LSTM.Builder().nIn(4).nOut(CLASSES).build();
    MultiLayerConfiguration network = new NeuralNetConfiguration.Builder().list(recurrent).build();
    write("net.json", network.toJson());
    assertRefused(
        "net.json",
        "Cannot train DL4J network '%s': its layer '0' (LSTM) has parameters other than weights,"
            + " biases, scales and shifts. Use dense, convolution and batch normalisation layers.");
  }

  @Test
  void refusesRandomNumbersThatCannotBeRepeated() throws IOException {
    Layer random =
        new DenseLayer.Builder().nIn(4).nOut(CLASSES).activation(new ActivationRReLU()).build();
    write("net.json", new NeuralNetConfiguration.Builder().list(random).build().toJson());
    assertRefused(
        "net.json",
        "Cannot train DL4J network '%s': its layer '0' (DenseLayer) draws random numbers that cannot"
            + " be repeated. Use dense, convolution and batch normalisation layers.");
  }

  private void assertRefused(String name, String message) {
    assertThatExceptionOfType(UnsupportedModelException.class)
        .isThrownBy(() -> read(name, List.of(4)))
        .withMessage(message.formatted(directory.resolve(name)));
  }

  private ModelSpec read(String name, List<Integer> inputShape) {
    return UserNetwork.read(directory.resolve(name), inputShape, CLASSES);
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(directory.resolve(name), json);
  }

  private static MultiLayerConfiguration dense(Activation activation, LossFunction loss) {
    return new NeuralNetConfiguration.Builder()
        .list(
            new DenseLayer.Builder().nIn(4).nOut(6).activation(Activation.TANH).build(),
            new OutputLayer.Builder(loss).nIn(6).nOut(CLASSES).activation(activation).build())
        .build();
  }

  private static ComputationGraphConfiguration images() {
    return new NeuralNetConfiguration.Builder()
        .graphBuilder()
        .addInputs("in")
        .addLayer("conv", new ConvolutionLayer.Builder(3, 3).nOut(4).build(), "in")
        .addLayer("bn", new BatchNormalization(), "conv")
        .addLayer(
            "out",
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build(),
            "bn")
        .setOutputs("out")
        .setInputTypes(InputType.convolutional(5, 6, 2))
        .build();
  }

  private static INDArray oneHot(int[] labels) {
    INDArray result = Nd4j.zeros(labels.length, CLASSES);
    for (int i = 0; i < labels.length; i++) {
      result.putScalar(i, labels[i], 1);
    }
    return result;
  }
}
