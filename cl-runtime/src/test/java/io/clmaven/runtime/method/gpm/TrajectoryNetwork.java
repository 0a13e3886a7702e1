package io.clmaven.runtime.method.gpm;

import static io.clmaven.runtime.replay.Reference.assertFloats;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.Window;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The network of a trajectory with convolutions, made from the shapes of its parameters: {@code
 * conv1.weight}, {@code bn1.weight}, {@code bn1.bias}, ..., {@code fc1.weight}, ... and one head
 * per task, {@code fc3.0.weight} and so on, which are rows of one layer here.
 */
final class TrajectoryNetwork {

  private static final String HEADS = "fc3";

  private final ModelSpec model;
  private final int classes;

  private TrajectoryNetwork(ModelSpec model, int classes) {
    this.model = model;
    this.classes = classes;
  }

  /** Returns the network whose blocks are: convolution, batch norm, ReLU, max-pool 2. */
  static TrajectoryNetwork likeAlexNet(JsonNode config) {
    return of(
        config,
        (name, shape, builder) -> {
          if (name.startsWith("conv")) {
            builder.then(name, convolution(shape, 0));
          } else if (name.startsWith("bn")) {
            builder.then(name, new Layer.BatchNorm(Statistics.BATCH));
            builder.then("relu of " + name, new Layer.Relu());
            if (isImage(builder)) {
              builder.then("pool of " + name, new Layer.MaxPool(Window.square(2, 2, 0)));
            }
          } else {
            addLinear(builder, name, shape[0]);
          }
        });
  }

  /** Returns the network whose blocks are: convolution, ReLU, LRN, max-pool 3/2/1. */
  static TrajectoryNetwork likeLeNet(JsonNode config) {
    return of(
        config,
        (name, shape, builder) -> {
          if (name.startsWith("conv")) {
            builder
                .then(name, convolution(shape, 2))
                .then("relu of " + name, new Layer.Relu())
                .then("norm of " + name, new Layer.LocalResponseNorm(4, 0.001 / 9, 0.75, 1))
                .then("pool of " + name, new Layer.MaxPool(Window.square(3, 2, 1)));
          } else {
            addLinear(builder, name, shape[0]);
            builder.then("relu of " + name, new Layer.Relu());
          }
        });
  }

  private interface Block {
    void add(String name, int[] shape, ModelBuilder builder);
  }

  private static TrajectoryNetwork of(JsonNode config, Block block) {
    int classes = field(config, "classes_per_task").intValue();
    ModelBuilder builder =
        ModelSpec.input(Arrays.stream(ints(field(config, "image"))).boxed().toList());
    Map<String, int[]> shapes = new LinkedHashMap<>();
    field(config, "parameter_shapes")
        .properties()
        .forEach(p -> shapes.putIfAbsent(layer(p.getKey()), ints(p.getValue())));
    shapes.forEach(
        (name, shape) -> {
          if (!name.startsWith(HEADS)) {
            block.add(name, shape, builder);
          }
        });
    addLinear(builder, HEADS, classes * field(config, "tasks").intValue());
    return new TrajectoryNetwork(builder.build(), classes);
  }

  private static Layer convolution(int[] shape, int padding) {
    return new Layer.Convolution(
        shape[0],
        Window.square(shape[2], 1, padding),
        Initialization.PYTORCH,
        Initialization.ABSENT);
  }

  private static void addLinear(ModelBuilder builder, String name, int outputs) {
    if (isImage(builder)) {
      builder.then("flatten", new Layer.Flatten());
    }
    builder.then(name, Models.linear(outputs, false));
  }

  private static boolean isImage(ModelBuilder builder) {
    return builder.shape(builder.last()).size() == 3;
  }

  private static String layer(String parameter) {
    return parameter.substring(0, parameter.lastIndexOf('.'));
  }

  ModelSpec model() {
    return model;
  }

  int classes() {
    return classes;
  }

  /** Sets parameters to what a file holds. */
  void load(JsonNode parameters, float[] vector) {
    for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
      float[] values = flat(parameter.getValue());
      System.arraycopy(values, 0, vector, offset(parameter.getKey()), values.length);
    }
  }

  /** Compares those parts of a vector that a file holds. */
  void compare(String what, float[] vector, JsonNode expected) {
    for (Map.Entry<String, JsonNode> parameter : expected.properties()) {
      int from = offset(parameter.getKey());
      int length = flat(parameter.getValue()).length;
      float[] part = Arrays.copyOfRange(vector, from, from + length);
      assertFloats(what + parameter.getKey(), part, parameter.getValue());
    }
  }

  private int offset(String parameter) {
    if (parameter.startsWith(HEADS)) {
      Segment heads = model.layout().find(HEADS, Segment.Kind.WEIGHT).orElseThrow();
      int head = Integer.parseInt(layer(parameter).substring(HEADS.length() + 1));
      return heads.offset() + head * classes * heads.columns();
    }
    return model.layout().find(layer(parameter), kind(parameter)).orElseThrow().offset();
  }

  private static Segment.Kind kind(String parameter) {
    if (parameter.endsWith(".bias")) {
      return Segment.Kind.SHIFT;
    }
    return parameter.startsWith("bn") ? Segment.Kind.SCALE : Segment.Kind.WEIGHT;
  }
}
