package io.clmaven.runtime.engine;

import io.clmaven.runtime.random.RandomStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a network computes: layers in the order of computation. Immutable and engine-neutral.
 *
 * @param inputShape shape of one sample: [D] or [C, H, W]
 * @param nodes the layers with their names and the shape of one sample behind each
 */
public record ModelSpec(List<Integer> inputShape, List<Node> nodes) {

  /**
   * A layer in its place.
   *
   * @param name unique in the model
   * @param layer what it computes
   * @param outputShape shape of one sample behind it
   */
  public record Node(String name, Layer layer, List<Integer> outputShape) {}

  public ModelSpec {
    inputShape = List.copyOf(inputShape);
    nodes = List.copyOf(nodes);
  }

  /** Starts a model with the shape of one sample. */
  public static Builder input(List<Integer> shape) {
    return new Builder(shape);
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
    List<Segment> segments = new ArrayList<>();
    List<Integer> shape = inputShape;
    int offset = 0;
    for (Node node : nodes) {
      if (node.layer() instanceof Layer.Linear linear) {
        List<Integer> weights = List.of(linear.outputs(), size(shape));
        Segment weight = new Segment(node.name(), Segment.Kind.WEIGHT, weights, offset);
        segments.add(weight);
        offset = weight.end();
        if (linear.bias()) {
          List<Integer> length = List.of(linear.outputs());
          Segment bias = new Segment(node.name(), Segment.Kind.BIAS, length, offset);
          segments.add(bias);
          offset = bias.end();
        }
      }
      shape = node.outputShape();
    }
    return new ParameterLayout(segments);
  }

  /**
   * Fills a flat vector with initial parameters: layer by layer, weights before the bias.
   *
   * @param parameters [P] in the order of {@link #layout}
   */
  public void initialize(float[] parameters, RandomStream random) {
    ParameterLayout layout = layout();
    for (Node node : nodes) {
      if (node.layer() instanceof Layer.Linear linear) {
        int fanIn = layout.find(node.name(), Segment.Kind.WEIGHT).orElseThrow().columns();
        for (Segment segment : layout.segments()) {
          if (segment.layer().equals(node.name())) {
            linear
                .initialization()
                .fill(parameters, segment.offset(), segment.end(), fanIn, random);
          }
        }
      }
    }
  }

  private static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** Adds layers one behind the other and works out their shapes. */
  public static final class Builder {

    private final List<Integer> inputShape;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private List<Integer> shape;

    private Builder(List<Integer> inputShape) {
      this.inputShape = List.copyOf(inputShape);
      this.shape = this.inputShape;
    }

    /** Adds a layer. */
    public Builder then(String name, Layer layer) {
      if (!names.add(name)) {
        throw new IllegalArgumentException("two layers are named '" + name + "'");
      }
      if (layer instanceof Layer.Linear linear) {
        if (shape.size() != 1) {
          throw new IllegalArgumentException(
              "linear layer '%s' needs a flat input, found %s".formatted(name, shape));
        }
        shape = List.of(linear.outputs());
      } else if (layer instanceof Layer.Flatten) {
        shape = List.of(size(shape));
      }
      nodes.add(new Node(name, layer, shape));
      return this;
    }

    /** Returns the model. */
    public ModelSpec build() {
      return new ModelSpec(inputShape, nodes);
    }
  }
}
