package io.clmaven.runtime.model;

import static io.clmaven.runtime.engine.NamedTensors.array;
import static io.clmaven.runtime.engine.NamedTensors.renamed;
import static io.clmaven.runtime.engine.NamedTensors.sampleShape;
import static io.clmaven.runtime.engine.NamedTensors.values;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.LayerList;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.NamedTensors;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.replay.Tolerance;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The network of Meta-Iteration at given parameters: convolutions for all tasks, calibrations and a
 * head for each of them.
 */
public final class GatedConvNetReplay {

  private static final double VALUE = 1e-5;
  private static final double GRADIENT = 1e-4;

  /** Gradients of biases before batch normalisation are rounding noise around 0. */
  private static final Tolerance NOISE = new Tolerance(2e-5, 0);

  private final JsonNode inputs;
  private final JsonNode expected;

  private GatedConvNetReplay(JsonNode inputs, JsonNode expected) {
    this.inputs = inputs;
    this.expected = expected;
  }

  /**
   * Kind {@code network_forward}: for each network one case per head, and the first task's loss.
   */
  public static Stream<DynamicTest> networks(JsonNode file) {
    return field(file, "inputs").properties().stream()
        .flatMap(
            network -> {
              JsonNode expected = field(field(file, "expected"), network.getKey());
              return new GatedConvNetReplay(network.getValue(), expected).cases(network.getKey());
            });
  }

  private Stream<DynamicTest> cases(String name) {
    Stream<DynamicTest> heads =
        field(expected, "logits").properties().stream()
            .map(
                head ->
                    DynamicTest.dynamicTest(
                        "%s, head %s".formatted(name, head.getKey()),
                        () -> logits(head.getKey(), values(head.getValue()))));
    return Stream.concat(
        heads,
        Stream.of(
            DynamicTest.dynamicTest(name + ", samples alone", this::samplesAlone),
            DynamicTest.dynamicTest(name + ", loss", this::loss)));
  }

  private void logits(String head, float[] logits) {
    try (Network network = compile(head)) {
      for (Mode mode : Mode.values()) {
        check("logit", forward(network, array(field(inputs, "x")), mode), logits);
      }
    }
  }

  /** Predictions depend on their neighbours: there are no running statistics. */
  private void samplesAlone() {
    INDArray all = array(field(inputs, "x"));
    try (Network network = compile("0")) {
      INDArray[] rows = new INDArray[(int) all.size(0)];
      for (int i = 0; i < rows.length; i++) {
        INDArray one = all.get(NDArrayIndex.interval(i, i + 1)).dup('c');
        rows[i] = Nd4j.createFromArray(forward(network, one, Mode.EVALUATE));
      }
      float[] logits = Nd4j.hstack(rows).toFloatVector();
      check("logit", logits, values(field(expected, "logits_task0_each_sample_alone")));
    }
  }

  private void loss() {
    try (Network network = compile("0")) {
      int[] labels = ints(field(field(inputs, "y_task0"), "data"));
      OutputRange outputs = new OutputRange(0, network.model().outputs());
      Batch batch = new Batch(array(field(inputs, "x")), labels, outputs);
      network.forward(batch, Mode.TRAIN);
      check("loss", network.backward(batch, new SoftmaxCrossEntropy()), "cross_entropy_task0");
      float[] gradient = network.gradient().pull().clone();
      double penalty =
          new GroupPenalty(0.05).add(network.layout(), network.parameters().pull(), gradient);
      check("penalty", penalty, "penalty_c0.05");
      if (expected.has("grad_of_ce_plus_penalty_task0")) {
        JsonNode gradients = named(expected.get("grad_of_ce_plus_penalty_task0"), "0");
        NamedTensors.check(network.layout(), gradient, gradients, GatedConvNetReplay::gradient);
      }
    }
  }

  private Network compile(String head) {
    String model =
        "{name: gated-convnet, filters: %s, layers: %s}"
            .formatted(field(inputs, "hidden"), field(inputs, "layers"));
    JsonNode parameters = named(field(inputs, "params"), head);
    int outputs = field(field(parameters, "linear.bias"), "shape").get(0).intValue();
    Network network =
        Models.compile(
            Engines.installed().choose("onednn"),
            Networks.specify(model, sampleShape(field(inputs, "x")), outputs),
            1);
    LayerList.load(parameters, network);
    return network;
  }

  /** Gives the private tensors of a task the names that they have in the network. */
  private static JsonNode named(JsonNode tensors, String task) {
    return renamed(
        tensors,
        name ->
            name.replaceFirst(
                    "^task\\.%s\\.calibration\\.(\\d+)".formatted(task), "base.$1.calibration")
                .replaceFirst("^task\\.%s\\.linear".formatted(task), "linear"));
  }

  private static float[] forward(Network network, INDArray inputs, Mode mode) {
    Batch batch = NamedTensors.batch(inputs, network.model());
    return network.forward(batch, mode).dup('c').data().asFloat();
  }

  private void check(String what, double actual, String name) {
    check(what, new float[] {(float) actual}, field(expected, name).floatValue());
  }

  private static void check(String what, float[] actual, float... values) {
    Tolerance.ofLargest(VALUE, values).check(what, actual, values);
  }

  private static void gradient(String name, float[] actual, float[] values) {
    boolean noise = name.startsWith("BIAS of") && name.endsWith(".conv'");
    Tolerance tolerance = noise ? NOISE : Tolerance.ofLargest(GRADIENT, values);
    tolerance.check("gradient, " + name, actual, values);
  }
}
