package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.Window;
import io.clmaven.runtime.replay.Tolerance;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A network made from the names and shapes of its parameters in a file. */
final class NamedNetwork {

  private final ModelSpec model;

  private NamedNetwork(ModelSpec model) {
    this.model = model;
  }

  /** Returns the network of a file with fields {@code config} and parameters of some name. */
  static NamedNetwork of(JsonNode config, JsonNode parameters) {
    int[] shape =
        config.has("inputs")
            ? new int[] {field(config, "inputs").intValue()}
            : inputs(field(config, "input_size"));
    ModelBuilder builder = ModelSpec.input(Arrays.stream(shape).boxed().toList());
    if (config.has("layers")) {
      listed(list(field(config, "layers")), builder);
    } else {
      named(parameters, builder);
    }
    return new NamedNetwork(builder.build());
  }

  private static int[] inputs(JsonNode size) {
    return size.isArray() ? ints(size) : new int[] {size.intValue()};
  }

  /** Blocks conv, bn, ReLU, max-pool; fc, ReLU; head. */
  private static void named(JsonNode parameters, ModelBuilder builder) {
    boolean overlapping = parameters.has("bn1.weight"); // as in LeNet
    for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
      String name = layer(parameter.getKey());
      if (name.startsWith("conv")) {
        int kernel = parameter.getValue().get(0).get(0).size();
        builder.then(
            name, convolution(parameter.getValue().size(), kernel, 1, overlapping ? 2 : 0));
        String norm = name.replace("conv", "bn");
        if (parameters.has(norm + ".weight")) {
          builder.then(norm, new Layer.BatchNorm(Statistics.RUNNING));
        }
        Window pool = overlapping ? Window.square(3, 2, 1) : Window.square(2, 2, 0);
        builder.then("relu of " + name, new Layer.Relu());
        builder.then("pool of " + name, new Layer.MaxPool(pool));
      } else if (!name.startsWith("bn")) {
        linear(builder, name, parameter.getValue().size());
        if (!name.equals("head")) {
          builder.then("relu of " + name, new Layer.Relu());
        }
      }
    }
  }

  private static void listed(List<JsonNode> layers, ModelBuilder builder) {
    int weights = 0;
    int others = 0;
    for (JsonNode layer : layers) {
      String kind = layer.get(0).textValue();
      JsonNode given = layer.get(1);
      if (kind.startsWith("conv2d")) {
        int[] s = ints(given);
        builder.then("vars." + weights++, convolution(s[0], s[2], s[4], s[5]));
      } else if (kind.startsWith("linear") || kind.startsWith("head")) {
        linear(builder, "vars." + weights++, given.get(0).intValue());
      } else if (kind.equals("relu")) {
        builder.then("relu " + others++, new Layer.Relu());
      }
    }
  }

  private static Layer convolution(int outputs, int kernel, int stride, int padding) {
    return new Layer.Convolution(
        outputs,
        Window.square(kernel, stride, padding),
        Initialization.PYTORCH,
        Initialization.ABSENT);
  }

  private static void linear(ModelBuilder builder, String name, int outputs) {
    if (builder.shape(builder.last()).size() == 3) {
      builder.then("flatten", new Layer.Flatten());
    }
    builder.then(name, Models.linear(outputs, false));
  }

  private static String layer(String parameter) {
    return parameter.startsWith("vars.")
        ? parameter
        : parameter.substring(0, parameter.lastIndexOf('.'));
  }

  ModelSpec model() {
    return model;
  }

  /** Sets parameters to what a file holds. */
  void load(JsonNode parameters, float[] vector) {
    for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
      float[] values = flat(parameter.getValue());
      Segment segment = segment(model.layout(), parameter.getKey());
      System.arraycopy(values, 0, vector, segment.offset(), values.length);
    }
  }

  /** Compares those parts of a vector [P] that a file holds. */
  void compare(String what, Tolerance tolerance, float[] vector, JsonNode expected) {
    compare(what, tolerance, model.layout(), vector, expected);
  }

  /** Compares running statistics. */
  void compareStatistics(String what, Tolerance tolerance, float[] actual, JsonNode expected) {
    compare(what, tolerance, model.statistics(), actual, expected);
  }

  private static void compare(
      String what, Tolerance tolerance, ParameterLayout layout, float[] vector, JsonNode expected) {
    for (Map.Entry<String, JsonNode> parameter : expected.properties()) {
      Segment segment = segment(layout, parameter.getKey());
      float[] part = Arrays.copyOfRange(vector, segment.offset(), segment.end());
      tolerance.check(what + parameter.getKey(), part, flat(parameter.getValue()));
    }
  }

  private static Segment segment(ParameterLayout layout, String parameter) {
    return layout.find(layer(parameter), kind(parameter)).orElseThrow();
  }

  private static Segment.Kind kind(String parameter) {
    if (parameter.endsWith(".running_mean")) {
      return Segment.Kind.MEAN;
    } else if (parameter.endsWith(".running_var")) {
      return Segment.Kind.VARIANCE;
    } else if (parameter.endsWith(".bias")) {
      return Segment.Kind.SHIFT;
    }
    return parameter.startsWith("bn") ? Segment.Kind.SCALE : Segment.Kind.WEIGHT;
  }
}
