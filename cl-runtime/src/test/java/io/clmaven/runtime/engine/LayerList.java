package io.clmaven.runtime.engine;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/** Models that reference files describe by a list of layers, one behind the other. */
public final class LayerList {

  private LayerList() {}

  /** Makes the model of a field {@code model} that also holds the shape of the input. */
  public static ModelSpec model(JsonNode model) {
    return model(model, Arrays.stream(ints(field(model, "input_shape"))).boxed().toList());
  }

  /** Makes the model of a field {@code model} for inputs of a shape. */
  public static ModelSpec model(JsonNode model, List<Integer> input) {
    ModelBuilder builder = ModelSpec.input(input);
    List<JsonNode> layers = list(field(model, "layers"));
    for (int i = 0; i < layers.size(); i++) {
      String type = field(layers.get(i), "type").textValue();
      String name = layers.get(i).path("name").asText(type + " at " + i);
      builder.then(name, layer(type, layers.get(i)));
    }
    return builder.build();
  }

  private static Layer layer(String type, JsonNode layer) {
    return switch (type) {
      case "linear" ->
          new Layer.Linear(field(layer, "out").intValue(), hasBias(layer), Initialization.PYTORCH);
      case "conv2d" -> convolution(layer);
      case "batchnorm2d" -> batchNorm(layer);
      case "maxpool2d" -> new Layer.MaxPool(window(layer));
      case "avgpool2d" -> new Layer.AveragePool(window(layer));
      case "flatten" -> new Layer.Flatten();
      case "dropout" -> new Layer.Dropout(field(layer, "p").doubleValue());
      case "gate" -> new Layer.Gate();
      case "relu" -> new Layer.Relu();
      case "leaky_relu" -> new Layer.LeakyRelu(field(layer, "slope").doubleValue());
      case "tanh" -> new Layer.Tanh();
      case "sigmoid" -> new Layer.Sigmoid();
      default ->
          throw new IllegalArgumentException("there is no type of layer '%s'".formatted(type));
    };
  }

  private static Layer convolution(JsonNode layer) {
    JsonNode filters = layer.has("out_channels") ? layer.get("out_channels") : field(layer, "out");
    return new Layer.Convolution(
        filters.intValue(),
        window(layer),
        Initialization.PYTORCH,
        hasBias(layer) ? Initialization.PYTORCH : Initialization.ABSENT);
  }

  private static Layer batchNorm(JsonNode layer) {
    return new Layer.BatchNorm(
        Layer.BatchNorm.Statistics.RUNNING,
        layer.path("momentum").asDouble(0.1),
        layer.path("eps").asDouble(1e-5));
  }

  private static boolean hasBias(JsonNode layer) {
    return layer.path("bias").asBoolean(true);
  }

  /** Reads a window: numbers, or pairs of rows and columns. */
  static Window window(JsonNode layer) {
    Extent kernel = extent(field(layer, "kernel"));
    return new Window(
        kernel,
        layer.has("stride") ? extent(layer.get("stride")) : stride(layer, kernel),
        layer.has("padding") ? extent(layer.get("padding")) : Extent.square(0));
  }

  /** Returns PyTorch's stride: pooling steps from window to window. */
  private static Extent stride(JsonNode layer, Extent kernel) {
    return field(layer, "type").textValue().equals("conv2d") ? Extent.square(1) : kernel;
  }

  private static Extent extent(JsonNode node) {
    return node.isArray()
        ? new Extent(node.get(0).intValue(), node.get(1).intValue())
        : Extent.square(node.intValue());
  }

  /**
   * Returns the values that a file holds for a segment.
   *
   * @param parameters by name: the layer's, a dot, {@code weight} or {@code bias}; flat or nested
   *     numbers, or an object with them in {@code data}
   */
  public static float[] values(JsonNode parameters, Segment segment) {
    JsonNode values = field(parameters, segment.layer() + "." + suffix(segment.kind()));
    return flat(values.isObject() ? field(values, "data") : values);
  }

  private static String suffix(Segment.Kind kind) {
    return switch (kind) {
      case WEIGHT, SCALE, GATE -> "weight";
      case BIAS, SHIFT -> "bias";
      case MEAN -> "running_mean";
      case VARIANCE -> "running_var";
    };
  }

  /** Sets the parameters of a network to what a file holds. */
  public static void load(JsonNode parameters, Network network) {
    float[] target = network.parameters().values();
    for (Segment segment : network.layout().segments()) {
      float[] values = values(parameters, segment);
      System.arraycopy(values, 0, target, segment.offset(), segment.length());
    }
  }
}
