package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Extent;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.UnsupportedModelException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;

/** Translates a model to DL4J: a graph with one input, images as [N, C, H, W]. */
final class GraphConfiguration {

  private final ModelSpec model;
  private final ComputationGraphConfiguration.GraphBuilder graph =
      new NeuralNetConfiguration.Builder()
          // a workspace ends with the forward pass, but what it holds is needed on the way back
          .trainingWorkspaceMode(WorkspaceMode.NONE)
          .inferenceWorkspaceMode(WorkspaceMode.NONE)
          .graphBuilder();
  private final Map<String, String> vertices = new HashMap<>(); // layer to what makes its values

  private GraphConfiguration(ModelSpec model) {
    this.model = model;
    graph.addInputs(ModelSpec.INPUT);
    vertices.put(ModelSpec.INPUT, ModelSpec.INPUT);
    model.nodes().forEach(this::add);
    graph.setOutputs(vertices.get(model.nodes().get(model.nodes().size() - 1).name()));
  }

  /**
   * Translates.
   *
   * @throws UnsupportedModelException if DL4J cannot express a layer
   */
  static ComputationGraphConfiguration of(ModelSpec model) {
    return UserNetwork.in(model)
        .map(network -> ComputationGraphConfiguration.fromJson(network.configuration()))
        .orElseGet(() -> new GraphConfiguration(model).graph.build());
  }

  private void add(ModelSpec.Node node) {
    String before = vertices.get(node.inputs().get(0));
    List<Integer> input = model.shape(node.inputs().get(0));
    Layer layer = node.layer();
    boolean passes = layer instanceof Layer.Flatten && input.size() == 1;
    vertices.put(node.name(), passes ? before : node.name());
    if (layer instanceof Layer.Add) {
      combine(node, ElementWiseVertex.Op.Add, vertices.get(node.inputs().get(1)));
    } else if (layer instanceof Layer.ChannelGate) {
      String factors = node.name() + "-factors";
      graph.addVertex(factors, pixels(input.get(0)), vertices.get(node.inputs().get(1)));
      combine(node, ElementWiseVertex.Op.Product, factors);
    } else if (layer instanceof Layer.Flatten && !passes) {
      graph.addVertex(node.name(), flatten(input), before);
    } else if (!passes) {
      graph.addLayer(
          node.name(),
          LayerConfiguration.of(layer, input).orElseThrow(() -> unsupported(node)),
          padded(node, before));
    }
  }

  private void combine(ModelSpec.Node node, ElementWiseVertex.Op operation, String other) {
    String first = vertices.get(node.inputs().get(0));
    graph.addVertex(node.name(), new ElementWiseVertex(operation), first, other);
  }

  /** Turns [N, C] into images of one pixel. */
  private static PreprocessorVertex pixels(int channels) {
    return new PreprocessorVertex(new FeedForwardToCnnPreProcessor(1, 1, channels));
  }

  private static PreprocessorVertex flatten(List<Integer> image) {
    return new PreprocessorVertex(
        new CnnToFeedForwardPreProcessor(image.get(1), image.get(2), image.get(0)));
  }

  /** DL4J's own padding does not count in a mean; zeros around the image do. */
  private String padded(ModelSpec.Node node, String before) {
    if (!(node.layer() instanceof Layer.AveragePool pool)
        || pool.window().padding().equals(Extent.square(0))) {
      return before;
    }
    Extent padding = pool.window().padding();
    String name = node.name() + "-padding";
    graph.addLayer(
        name, new ZeroPaddingLayer.Builder(padding.rows(), padding.columns()).build(), before);
    return name;
  }

  private static UnsupportedModelException unsupported(ModelSpec.Node node) {
    return new UnsupportedModelException(
        "Cannot compile layer '%s' with engine 'dl4j': it has no %s. Choose engine 'onednn'."
            .formatted(node.name(), describe(node.layer())));
  }

  private static String describe(Layer layer) {
    return layer instanceof Layer.Dropout dropout
        ? "dropout with probability " + dropout.probability()
        : layer.getClass().getSimpleName();
  }
}
