package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a stage for each layer of a model. */
final class Stages {

  private final ParameterLayout layout;
  private final FlatVector parameters;
  private final FlatVector gradient;
  private final RandomStream dropout;
  private final Map<String, Stage> byName = new LinkedHashMap<>();
  private int firstWeighted = Integer.MAX_VALUE;

  Stages(ModelSpec model, FlatVector parameters, FlatVector gradient, RandomStream dropout) {
    this.layout = model.layout();
    this.parameters = parameters;
    this.gradient = gradient;
    this.dropout = dropout;
    List<Integer> shape = model.inputShape();
    for (ModelSpec.Node node : model.nodes()) {
      byName.put(node.name(), make(node, shape.stream().reduce(1, Math::multiplyExact)));
      shape = node.outputShape();
    }
  }

  /** Returns the stages in the order of computation. */
  Map<String, Stage> byName() {
    return byName;
  }

  /** Returns the place of the first stage that has parameters; no stage before it runs backward. */
  int firstWeighted() {
    return firstWeighted;
  }

  private Stage make(ModelSpec.Node node, int inputs) {
    Layer layer = node.layer();
    if (layer instanceof Layer.Linear linear) {
      return linear(node.name(), linear, inputs);
    } else if (layer instanceof Layer.Relu) {
      return new ReluStage(inputs);
    } else if (layer instanceof Layer.Dropout drop) {
      return new DropoutStage(inputs, drop.probability(), dropout);
    } else if (layer instanceof Layer.Flatten) {
      return new FlattenStage();
    }
    throw new IllegalStateException("no stage for layer '" + node.name() + "'");
  }

  private Stage linear(String name, Layer.Linear linear, int inputs) {
    Segment segment = layout.find(name, Segment.Kind.WEIGHT).orElseThrow();
    LinearStage.Weights weights =
        new LinearStage.Weights(
            view(parameters, segment, inputs), view(gradient, segment, inputs), linear.outputs());
    Bias bias = layout.find(name, Segment.Kind.BIAS).map(this::bias).orElse(Bias.NONE);
    boolean first = firstWeighted > byName.size();
    firstWeighted = Math.min(firstWeighted, byName.size());
    return new LinearStage(weights, bias, first);
  }

  private Bias bias(Segment segment) {
    return new Bias(
        view(parameters, segment, segment.length()), view(gradient, segment, segment.length()));
  }

  private static Matrix view(FlatVector vector, Segment segment, int columns) {
    return Matrix.view(vector.array(), segment.offset(), columns);
  }
}
