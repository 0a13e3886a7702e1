package io.clmaven.runtime.model;

import static io.clmaven.runtime.engine.NamedTensors.array;
import static io.clmaven.runtime.engine.NamedTensors.renamed;
import static io.clmaven.runtime.engine.NamedTensors.sampleShape;
import static io.clmaven.runtime.engine.NamedTensors.values;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.LayerList;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.NamedTensors;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.WeightedSum;
import io.clmaven.runtime.engine.onednn.GivenDropout;
import io.clmaven.runtime.replay.Tolerance;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The reduced ResNet-18 of TAG, and one of its blocks, at given parameters. */
public final class ReducedResNetReplay {

  private static final String NAME = "block";
  private static final double BLOCK = 1e-5;
  private static final double NETWORK = 5e-4;

  private final JsonNode file;
  private final double tolerance;

  private ReducedResNetReplay(JsonNode file, double tolerance) {
    this.file = file;
    this.tolerance = tolerance;
  }

  /** Kind {@code basic_block}: training and evaluation of a block with given dropout. */
  public static Stream<DynamicTest> block(JsonNode file) {
    return Stream.of(
        DynamicTest.dynamicTest("onednn", new ReducedResNetReplay(file, BLOCK)::block));
  }

  /** Kind {@code resnet_forward_backward}: training and evaluation of the network. */
  public static Stream<DynamicTest> network(JsonNode file) {
    return Stream.of(
        DynamicTest.dynamicTest("onednn", new ReducedResNetReplay(file, NETWORK)::network));
  }

  private void block() {
    GivenDropout dropout = new GivenDropout(blockModel());
    try (Network network = dropout.network()) {
      for (String layer : dropout.layers()) {
        String name = layer.substring(NAME.length() + 1);
        dropout.decide(layer, values(field(field(file, "dropout_keep"), name)));
      }
      load(network, NAME + ".");
      Batch batch = NamedTensors.batch(array(field(file, "x")), network.model());
      check("output", network.forward(batch, Mode.TRAIN), "train_output");
      network.backward(batch, new WeightedSum(values(field(file, "upstream"))));
      checkGradient(network, NAME + ".");
      check("gradient of the input", network.derivatives().inputs(), "grad_x");
      checkStatistics(network, NAME + ".");
      check("output in evaluation", network.forward(batch, Mode.EVALUATE), "eval_output");
    }
  }

  private ModelSpec blockModel() {
    JsonNode config = field(file, "config");
    assertThat(field(config, "bn_eps").doubleValue()).as("epsilon").isEqualTo(1e-5);
    assertThat(field(config, "bn_momentum").doubleValue()).as("momentum").isEqualTo(0.1);
    ModelBuilder model = ModelSpec.input(sampleShape(field(file, "x")));
    int filters = field(config, "out_channels").intValue();
    new ReducedBlock(field(config, "dropout").doubleValue())
        .add(model, NAME, filters, field(config, "stride").intValue());
    return model.then("flatten", new Layer.Flatten()).build();
  }

  private void network() {
    JsonNode config = field(file, "config");
    String name = "{name: reduced-resnet-18, width: %s}".formatted(field(config, "nf"));
    int outputs = field(config, "total_classes").intValue();
    ModelSpec model = Networks.specify(name, sampleShape(field(file, "x")), outputs);
    try (Network network = Models.compile(Engines.installed().choose("onednn"), model, 1)) {
      load(network, "");
      Batch batch = batch(field(config, "classes_per_task").intValue());
      OutputRange head = batch.outputs();
      check("logit", active(network.forward(batch, Mode.TRAIN), head), "train_logits_active");
      float loss = (float) network.backward(batch, new SoftmaxCrossEntropy());
      compare("loss", new float[] {loss}, field(file, "loss").floatValue());
      checkGradient(network, "");
      checkStatistics(network, "");
      INDArray evaluated = network.forward(batch, Mode.EVALUATE);
      check("logit in evaluation", active(evaluated, head), "eval_logits_active");
      check("logit in evaluation", evaluated, "eval_logits_unmasked");
    }
  }

  /** All labels are of one head. */
  private Batch batch(int classes) {
    int[] labels = ints(field(field(file, "y"), "data"));
    int first = labels[0] - labels[0] % classes;
    Arrays.setAll(labels, i -> labels[i] - first);
    INDArray inputs = array(field(file, "x"), file.path("x_scale").asDouble(1));
    return new Batch(inputs, labels, new OutputRange(first, first + classes));
  }

  private static INDArray active(INDArray logits, OutputRange head) {
    return logits.get(NDArrayIndex.all(), NDArrayIndex.interval(head.from(), head.to()));
  }

  private void load(Network network, String prefix) {
    LayerList.load(renamed(field(file, "init_params"), prefix::concat), network);
    JsonNode statistics = renamed(field(file, "init_buffers"), prefix::concat);
    NamedTensors.load(statistics, network.statistics());
  }

  private void checkGradient(Network network, String prefix) {
    JsonNode expected = renamed(field(file, "grads"), prefix::concat);
    NamedTensors.check(network.layout(), network.gradient().pull(), expected, this::compare);
  }

  private void checkStatistics(Network network, String prefix) {
    JsonNode expected = renamed(field(file, "buffers_after"), prefix::concat);
    NamedTensors.check(
        network.statistics().layout(), network.statistics().values(), expected, this::compare);
  }

  private void check(String what, INDArray actual, String expected) {
    compare(what, actual.dup('c').data().asFloat(), values(field(file, expected)));
  }

  private void compare(String what, float[] actual, float... expected) {
    Tolerance.ofRms(tolerance, expected).check(what, actual, expected);
  }
}
