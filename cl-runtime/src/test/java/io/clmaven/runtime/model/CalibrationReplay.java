package io.clmaven.runtime.model;

import static io.clmaven.runtime.engine.NamedTensors.array;
import static io.clmaven.runtime.engine.NamedTensors.renamed;
import static io.clmaven.runtime.engine.NamedTensors.sampleShape;
import static io.clmaven.runtime.engine.NamedTensors.values;
import static io.clmaven.runtime.replay.Reference.field;
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
import io.clmaven.runtime.engine.WeightedSum;
import io.clmaven.runtime.replay.Tolerance;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The calibration function of Meta-Iteration, and one block of its network, at given parameters.
 */
public final class CalibrationReplay {

  private static final double VALUE = 1e-5;
  private static final double GRADIENT = 1e-4;

  /** Gradients of a bias before batch normalisation are rounding noise around 0. */
  private static final Tolerance NOISE = new Tolerance(2e-5, 0);

  private static final String NAME = "base.0";

  private final JsonNode inputs;
  private final JsonNode expected;
  private final ModelSpec model;
  private final Map<String, String> intermediates; // by name in the file

  private CalibrationReplay(
      JsonNode file, String part, ModelBuilder model, Map<String, String> intermediates) {
    this.inputs = field(field(file, "inputs"), part);
    this.expected = field(field(file, "expected"), part);
    this.model = model.then("flatten", new Layer.Flatten()).build();
    this.intermediates = intermediates;
  }

  /** Kind {@code calibration_and_block}. */
  public static Stream<DynamicTest> parts(JsonNode file) {
    return Stream.of(
        DynamicTest.dynamicTest("calibration", () -> calibration(file).run()),
        DynamicTest.dynamicTest("block", () -> block(file).run()));
  }

  private static CalibrationReplay calibration(JsonNode file) {
    ModelBuilder model = input(file, "calibration");
    Calibration.add(model, NAME);
    return new CalibrationReplay(file, "calibration", model, Map.of("gates", NAME + ".sigmoid"));
  }

  private static CalibrationReplay block(JsonNode file) {
    ModelBuilder model = input(file, "block");
    JsonNode bias = field(field(field(field(file, "inputs"), "block"), "params"), "conv.bias");
    int filters = field(bias, "shape").get(0).intValue();
    GatedConvNet.addBlock(model, NAME, new GatedConvNet.Parameters(filters, 4, true));
    Map<String, String> intermediates =
        Map.of(
            "after_conv", NAME + ".conv",
            "after_batchnorm", NAME + ".normalize",
            "after_relu", NAME + ".relu",
            "after_calibration", NAME + ".calibration.scale");
    return new CalibrationReplay(file, "block", model, intermediates);
  }

  private static ModelBuilder input(JsonNode file, String part) {
    return ModelSpec.input(sampleShape(field(field(field(file, "inputs"), part), "x")));
  }

  private void run() {
    intermediates.forEach(this::intermediate);
    try (Network network = compile(model)) {
      Batch batch = NamedTensors.batch(array(field(inputs, "x")), model);
      check("output", network.forward(batch, Mode.EVALUATE), VALUE);
      check("output", network.forward(batch, Mode.TRAIN), VALUE);
      network.backward(batch, new WeightedSum(values(field(inputs, "output_weights_R"))));
      NamedTensors.check(
          model.layout(),
          network.gradient().pull(),
          named(field(expected, "grad")),
          this::gradient);
      check("grad_input", network.derivatives().inputs(), GRADIENT);
    }
  }

  private void intermediate(String name, String layer) {
    List<ModelSpec.Node> nodes = model.nodes();
    int end = nodes.stream().map(ModelSpec.Node::name).toList().indexOf(layer) + 1;
    ModelBuilder part = ModelSpec.input(model.inputShape());
    for (ModelSpec.Node node : nodes.subList(0, end)) {
      part.join(node.name(), node.layer(), node.inputs().toArray(String[]::new));
    }
    ModelSpec front = part.then("flatten", new Layer.Flatten()).build();
    try (Network network = compile(front)) {
      Batch batch = NamedTensors.batch(array(field(inputs, "x")), front);
      check(name, network.forward(batch, Mode.TRAIN), VALUE);
    }
  }

  private Network compile(ModelSpec model) {
    Network network = Models.compile(Engines.installed().choose("onednn"), model, 1);
    LayerList.load(named(field(inputs, "params")), network);
    return network;
  }

  private static JsonNode named(JsonNode tensors) {
    return renamed(tensors, name -> NAME + "." + name);
  }

  private void check(String name, INDArray actual, double tolerance) {
    float[] values = values(field(expected, name));
    assertThat(values).as(name).isNotEmpty();
    Tolerance.ofLargest(tolerance, values).check(name, actual.dup('c').data().asFloat(), values);
  }

  private void gradient(String name, float[] actual, float[] values) {
    boolean noise = name.equals("BIAS of '%s.conv'".formatted(NAME));
    Tolerance tolerance = noise ? NOISE : Tolerance.ofLargest(GRADIENT, values);
    tolerance.check("gradient, " + name, actual, values);
  }
}
