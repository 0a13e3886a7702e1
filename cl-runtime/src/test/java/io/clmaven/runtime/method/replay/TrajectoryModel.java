package io.clmaven.runtime.method.replay;

import static io.clmaven.runtime.replay.Reference.assertFloats;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.Window;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The network of an FS-DGPM trajectory, made from its config and the shapes of its parameters: an
 * MLP, a network like LeNet (batch norm after every convolution) or AlexNet (after the second one
 * only), or a list of layers whose weights are {@code vars.0}, {@code vars.1} and so on.
 */
public final class TrajectoryModel {

  private static final String LISTED = "vars.";

  private final JsonNode parameters;
  private final ModelSpec.Builder builder;
  private final ModelSpec model;

  private TrajectoryModel(JsonNode file) {
    JsonNode config = field(file, "config");
    parameters = field(file, "initial_params");
    builder = ModelSpec.input(shape(field(config, "input_size")));
    if (config.has("layers")) {
      addListed(config.get("layers"));
    } else {
      addNamed();
    }
    model = builder.build();
  }

  /** Reads the network of a file. */
  public static TrajectoryModel of(JsonNode file) {
    return new TrajectoryModel(file);
  }

  private static List<Integer> shape(JsonNode size) {
    return size.isArray()
        ? list(size).stream().map(JsonNode::intValue).toList()
        : List.of(size.intValue());
  }

  private void addListed(JsonNode layers) {
    int weights = 0;
    for (JsonNode layer : layers) {
      String kind = layer.get(0).textValue();
      JsonNode settings = layer.get(1);
      if (kind.startsWith("conv2d")) {
        int[] values = list(settings).stream().mapToInt(JsonNode::intValue).toArray();
        builder.then(LISTED + weights++, convolution(values[0], values[2], values[4], values[5]));
      } else if (kind.startsWith("linear") || kind.startsWith("head")) {
        addLinear(LISTED + weights++, settings.get(0).intValue());
      } else if (kind.equals("relu")) {
        addRelu();
      }
    }
  }

  private void addNamed() {
    boolean everyNorm = parameters.has("bn1.weight");
    Iterator<Map.Entry<String, JsonNode>> all = parameters.properties().iterator();
    while (all.hasNext()) {
      Map.Entry<String, JsonNode> parameter = all.next();
      String layer = layer(parameter.getKey());
      if (layer.startsWith("conv")) {
        addBlock(layer, parameter.getValue(), everyNorm);
      } else if (!layer.startsWith("bn")) {
        addLinear(layer, parameter.getValue().size());
        if (all.hasNext()) {
          addRelu();
        }
      }
    }
  }

  private void addBlock(String layer, JsonNode weight, boolean likeLeNet) {
    int kernel = weight.get(0).get(0).size();
    builder.then(layer, convolution(weight.size(), kernel, 1, likeLeNet ? 2 : 0));
    String norm = layer.replace("conv", "bn");
    if (parameters.has(norm + ".weight")) {
      builder.then(norm, new Layer.BatchNorm(Statistics.RUNNING));
    }
    addRelu();
    Window window = likeLeNet ? Window.square(3, 2, 1) : Window.square(2, 2, 0);
    builder.then("pool of " + layer, new Layer.MaxPool(window));
  }

  private static Layer convolution(int outputs, int kernel, int stride, int padding) {
    return new Layer.Convolution(
        outputs,
        Window.square(kernel, stride, padding),
        Initialization.PYTORCH,
        Initialization.ABSENT);
  }

  private void addLinear(String layer, int outputs) {
    if (builder.shape(builder.last()).size() == 3) {
      builder.then("flatten", new Layer.Flatten());
    }
    builder.then(layer, Models.linear(outputs, false));
  }

  private void addRelu() {
    builder.then("relu of " + builder.last(), new Layer.Relu());
  }

  /** Returns the network. */
  public ModelSpec model() {
    return model;
  }

  /** Sets the parameters that a network starts with. */
  public void start(Network network) {
    for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
      float[] values = flat(parameter.getValue());
      int to = segment(model.layout(), parameter.getKey()).offset();
      System.arraycopy(values, 0, network.parameters().values(), to, values.length);
    }
  }

  /** Compares a vector like the parameters with those parts that a file holds. */
  public void compare(String what, float[] vector, JsonNode expected) {
    compare(what, model.layout(), vector, expected);
  }

  /** Compares running statistics. */
  public void compareStatistics(String what, float[] vector, JsonNode expected) {
    compare(what, model.statistics(), vector, expected);
  }

  private static void compare(
      String what, ParameterLayout layout, float[] vector, JsonNode expected) {
    for (Map.Entry<String, JsonNode> parameter : expected.properties()) {
      Segment segment = segment(layout, parameter.getKey());
      float[] part = Arrays.copyOfRange(vector, segment.offset(), segment.end());
      assertFloats(what + parameter.getKey(), part, parameter.getValue());
    }
  }

  private static Segment segment(ParameterLayout layout, String parameter) {
    if (parameter.startsWith(LISTED)) {
      return layout.find(parameter, Segment.Kind.WEIGHT).orElseThrow();
    }
    return layout.find(layer(parameter), kind(parameter)).orElseThrow();
  }

  private static String layer(String parameter) {
    return parameter.substring(0, parameter.lastIndexOf('.'));
  }

  private static Segment.Kind kind(String parameter) {
    return switch (parameter.substring(parameter.lastIndexOf('.') + 1)) {
      case "bias" -> Segment.Kind.SHIFT;
      case "running_mean" -> Segment.Kind.MEAN;
      case "running_var" -> Segment.Kind.VARIANCE;
      default -> parameter.startsWith("bn") ? Segment.Kind.SCALE : Segment.Kind.WEIGHT;
    };
  }
}
