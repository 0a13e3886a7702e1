package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.UnsupportedModelException;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.nd4j.linalg.activations.Activation;

/** Translates a model to DL4J. Samples enter flat, so flattening needs no layer. */
final class GraphConfiguration {

  static final String INPUT = "input";

  private final ComputationGraphConfiguration.GraphBuilder graph;
  private String last = INPUT;
  private int size;

  private GraphConfiguration(ModelSpec model) {
    this.size = model.inputSize();
    this.graph =
        new NeuralNetConfiguration.Builder()
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .graphBuilder()
            .addInputs(INPUT);
    model.nodes().forEach(this::add);
    graph.setOutputs(last);
  }

  /**
   * Translates.
   *
   * @throws UnsupportedModelException if DL4J cannot express a layer
   */
  static ComputationGraphConfiguration of(ModelSpec model) {
    return new GraphConfiguration(model).graph.build();
  }

  private void add(ModelSpec.Node node) {
    if (node.layer() instanceof Layer.Linear linear) {
      add(node.name(), dense(linear));
      size = linear.outputs();
    } else if (node.layer() instanceof Layer.Relu) {
      add(node.name(), new ActivationLayer(Activation.RELU));
    } else if (node.layer() instanceof Layer.Dropout dropout) {
      addDropout(node.name(), dropout.probability());
    } else if (!(node.layer() instanceof Layer.Flatten)) {
      throw unsupported(node.name(), node.layer().getClass().getSimpleName());
    }
  }

  private DenseLayer dense(Layer.Linear linear) {
    return new DenseLayer.Builder()
        .nIn(size)
        .nOut(linear.outputs())
        .hasBias(linear.hasBias())
        .activation(Activation.IDENTITY)
        .build();
  }

  private void addDropout(String name, double probability) {
    if (probability >= 1) {
      throw unsupported(name, "dropout with probability " + probability);
    }
    if (probability > 0) {
      add(name, new DropoutLayer.Builder(1 - probability).build());
    }
  }

  private void add(String name, org.deeplearning4j.nn.conf.layers.Layer layer) {
    graph.addLayer(name, layer, last);
    last = name;
  }

  private static UnsupportedModelException unsupported(String name, String what) {
    return new UnsupportedModelException(
        "Cannot compile layer '%s' with engine 'dl4j': it has no %s. Choose engine 'onednn'."
            .formatted(name, what));
  }
}
