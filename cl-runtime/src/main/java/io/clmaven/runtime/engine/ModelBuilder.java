package io.clmaven.runtime.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a {@link ModelSpec}: adds layers and works out their shapes. */
public final class ModelBuilder {

  private final List<Integer> inputShape;
  private final Map<String, ModelSpec.Node> nodes = new LinkedHashMap<>();
  private String last = ModelSpec.INPUT;

  ModelBuilder(List<Integer> inputShape) {
    this.inputShape = List.copyOf(inputShape);
  }

  /** Adds a layer behind the one added last. */
  public ModelBuilder then(String name, Layer layer) {
    return join(name, layer, last);
  }

  /**
   * Adds a layer behind others, in the order of its inputs.
   *
   * @param inputs names of layers, or {@link ModelSpec#INPUT}
   */
  public ModelBuilder join(String name, Layer layer, String... inputs) {
    if (name.equals(ModelSpec.INPUT) || nodes.containsKey(name)) {
      throw new IllegalArgumentException("two layers are named '" + name + "'");
    }
    if (inputs.length != layer.arity()) {
      throw new IllegalArgumentException(
          "layer '%s' has %d inputs, found %d".formatted(name, layer.arity(), inputs.length));
    }
    List<List<Integer>> shapes = new ArrayList<>();
    for (String input : inputs) {
      shapes.add(shape(input));
    }
    nodes.put(
        name, new ModelSpec.Node(name, layer, List.of(inputs), outputShape(name, layer, shapes)));
    last = name;
    return this;
  }

  private static List<Integer> outputShape(String name, Layer layer, List<List<Integer>> shapes) {
    try {
      return layer.outputShape(shapes);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("layer '%s': %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Returns the name of the layer added last. */
  public String last() {
    return last;
  }

  /** Returns the shape of one sample behind a layer, or of the input. */
  public List<Integer> shape(String name) {
    if (name.equals(ModelSpec.INPUT)) {
      return inputShape;
    }
    if (!nodes.containsKey(name)) {
      throw new IllegalArgumentException("there is no layer '" + name + "' to build on");
    }
    return nodes.get(name).outputShape();
  }

  /** Returns the model. */
  public ModelSpec build() {
    return new ModelSpec(inputShape, List.copyOf(nodes.values()));
  }
}
