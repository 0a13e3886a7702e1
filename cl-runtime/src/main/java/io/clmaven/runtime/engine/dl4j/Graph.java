package io.clmaven.runtime.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph that ends with logits; its errors come from outside. All passes are training passes for
 * DL4J, since its activations overwrite their inputs in others, which leaves no gradient: what
 * differs between passes is switched layer by layer.
 */
final class Graph extends ComputationGraph {

  private static final long serialVersionUID = 1L;
  private static final boolean TRAINING = true;
  private static final boolean CLEAR = true;

  private record Dropout(org.deeplearning4j.nn.conf.layers.Layer layer, IDropout dropout) {}

  private final transient List<Dropout> dropouts = new ArrayList<>();
  private final transient List<NormLayer> norms = new ArrayList<>();

  Graph(ComputationGraphConfiguration configuration) {
    super(configuration);
  }

  /** Makes a graph with memory for parameters and gradient. */
  static Graph of(ComputationGraphConfiguration configuration) {
    Graph graph = new Graph(configuration);
    graph.init();
    graph.initGradientsView();
    for (Layer layer : graph.getLayers()) {
      org.deeplearning4j.nn.conf.layers.Layer settings = layer.conf().getLayer();
      if (settings.getIDropout() != null) {
        graph.dropouts.add(new Dropout(settings, settings.getIDropout()));
      }
      if (layer instanceof NormLayer norm) {
        graph.norms.add(norm);
      }
    }
    return graph;
  }

  /** Returns whether a layer draws random numbers. */
  boolean draws() {
    return !dropouts.isEmpty();
  }

  /** Computes the values behind all vertices, by their names. */
  Map<String, INDArray> run(INDArray input, Behaviour behaviour) {
    boolean drawing = behaviour != Behaviour.EVALUATE;
    dropouts.forEach(d -> d.layer().setIDropout(drawing ? d.dropout() : null));
    norms.forEach(norm -> norm.behave(behaviour));
    return feedForward(new INDArray[] {input}, TRAINING, !CLEAR);
  }

  /** Keeps what the pass computed, so that the gradient of the input can be asked for. */
  @Override
  protected void calcBackpropGradients(boolean clear, boolean truncated, INDArray... errors) {
    super.calcBackpropGradients(!CLEAR, truncated, errors);
  }

  /** Returns the gradient of the input after a backward pass. */
  INDArray inputGradient() {
    return getVertex(getConfiguration().getNetworkInputs().get(0)).getEpsilon();
  }

  /** Returns the name of what makes the logits. */
  String output() {
    return getConfiguration().getNetworkOutputs().get(0);
  }
}
