package io.clmaven.runtime.engine;

import io.clmaven.runtime.random.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What a network computes: a graph of layers in an order of computation. The last layer makes the
 * logits. Immutable and engine-neutral.
 *
 * @param inputShape shape of one sample: [D] or [C, H, W]
 * @param nodes the layers with their places in the graph
 * @param given values that parameters and running statistics start with instead of what their
 *     layers say, by segments of {@link #layout} and {@link #statistics}
 */
public record ModelSpec(List<Integer> inputShape, List<Node> nodes, Map<Segment, float[]> given) {

  /** Name of what enters the network, as an input of a layer. */
  public static final String INPUT = "input";

  /**
   * A layer in its place.
   *
   * @param name unique in the model
   * @param layer what it computes
   * @param inputs names of the layers before it, or {@link #INPUT}
   * @param outputShape shape of one sample behind it
   */
  public record Node(String name, Layer layer, List<String> inputs, List<Integer> outputShape) {

    public Node {
      inputs = List.copyOf(inputs);
      outputShape = List.copyOf(outputShape);
    }
  }

  public ModelSpec {
    inputShape = List.copyOf(inputShape);
    nodes = List.copyOf(nodes);
    given = Map.copyOf(given);
  }

  /** Describes a model that starts as its layers say. */
  public ModelSpec(List<Integer> inputShape, List<Node> nodes) {
    this(inputShape, nodes, Map.of());
  }

  /** Returns the same model with values to start with, by segments of its layouts. */
  public ModelSpec startingWith(Map<Segment, float[]> values) {
    return new ModelSpec(inputShape, nodes, values);
  }

  /**
   * Returns the layers that read the output of a layer.
   *
   * @param name of the layer, or {@link #INPUT}
   */
  public List<Node> readers(String name) {
    return nodes.stream().filter(node -> node.inputs().contains(name)).toList();
  }

  /** Starts a model with the shape of one sample. */
  public static ModelBuilder input(List<Integer> shape) {
    return new ModelBuilder(shape);
  }

  /** Returns the shape of one sample behind a layer, or of the input. */
  public List<Integer> shape(String name) {
    return name.equals(INPUT) ? inputShape : node(name).outputShape();
  }

  /**
   * Returns a layer.
   *
   * @param name of the layer
   * @throws java.util.NoSuchElementException if there is none of that name
   */
  public Layer layer(String name) {
    return node(name).layer();
  }

  private Node node(String name) {
    return nodes.stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
  }

  /** Returns the number of logits. */
  public int outputs() {
    return size(nodes.isEmpty() ? inputShape : nodes.get(nodes.size() - 1).outputShape());
  }

  /** Returns the number of values of one sample at the input. */
  public int inputSize() {
    return size(inputShape);
  }

  /** Returns how the parameters of this model lie in the flat vector. */
  public ParameterLayout layout() {
    return layout(Layer::parameters);
  }

  /** Returns how the running statistics of this model lie in a flat vector of their own. */
  public ParameterLayout statistics() {
    return layout(Layer::statistics);
  }

  private ParameterLayout layout(BiFunction<Layer, List<Integer>, List<Layer.Parameter>> part) {
    return new ParameterLayout(
        PlacedParameter.of(this, part).stream().map(PlacedParameter::segment).toList());
  }

  /**
   * Fills a flat vector with initial parameters: layer by layer, weights before the bias.
   *
   * @param parameters [P] in the order of {@link #layout}
   */
  public void initialize(float[] parameters, RandomStream random) {
    initialize(parameters, random, Layer::parameters);
  }

  /** Returns running statistics as they start, in the order of {@link #statistics}. */
  public float[] initialStatistics() {
    float[] values = new float[statistics().length()];
    initialize(values, null, Layer::statistics);
    return values;
  }

  private void initialize(
      float[] values,
      RandomStream random,
      BiFunction<Layer, List<Integer>, List<Layer.Parameter>> part) {
    PlacedParameter.of(this, part).forEach(p -> p.fill(values, given, random));
  }

  private static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
