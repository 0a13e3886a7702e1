package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.UnsupportedModelException;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Makes networks end with logits. The loss is computed outside of the network: a softmax with cross
 * entropy at its end is the same loss and is taken off; any other cannot be kept.
 */
final class OutputLayers {

  private final String file;

  /**
   * Takes the name for messages.
   *
   * @param file where the network comes from
   */
  OutputLayers(String file) {
    this.file = file;
  }

  /**
   * Changes a configuration so that it ends with logits; parameters stay as they are.
   *
   * @throws UnsupportedModelException if its output layer has another loss
   */
  void takeOff(ComputationGraphConfiguration configuration) {
    GraphVertex last = configuration.getVertices().get(configuration.getNetworkOutputs().get(0));
    if (last instanceof LayerVertex vertex) {
      NeuralNetConfiguration settings = vertex.getLayerConf();
      Layer logits = logits(settings.getLayer());
      logits.setLayerName(settings.getLayer().getLayerName());
      logits.setIDropout(settings.getLayer().getIDropout());
      settings.setLayer(logits);
      vertex.setOutputVertex(false);
    }
  }

  private Layer logits(Layer last) {
    if (last instanceof OutputLayer output) {
      check(output, output.getActivationFn(), output.getLossFn());
      return dense(output);
    } else if (last instanceof LossLayer output) {
      check(output, output.getActivationFn(), output.getLossFn());
      return new ActivationLayer(Activation.IDENTITY);
    } else if (last instanceof BaseOutputLayer output) {
      throw refuse(last, output.getActivationFn() + " and " + output.getLossFn());
    } else if (last instanceof BaseLayer layer
        && layer.getActivationFn() instanceof ActivationSoftmax) {
      throw refuse(last, "softmax without a loss");
    }
    return last;
  }

  private static DenseLayer dense(OutputLayer output) {
    DenseLayer dense = new DenseLayer();
    dense.setNIn(output.getNIn());
    dense.setNOut(output.getNOut());
    dense.setHasBias(output.isHasBias());
    dense.setActivationFn(new ActivationIdentity());
    dense.setWeightInitFn(output.getWeightInitFn());
    dense.setBiasInit(output.getBiasInit());
    return dense;
  }

  private void check(Layer layer, IActivation activation, ILossFunction loss) {
    if (!(activation instanceof ActivationSoftmax) || !(loss instanceof LossMCXENT)) {
      throw refuse(layer, activation + " and " + loss);
    }
  }

  private UnsupportedModelException refuse(Layer layer, String what) {
    return new UnsupportedModelException(
        "Cannot train DL4J network '%s': its last layer '%s' has %s. End it with softmax and MCXENT,"
                .formatted(file, layer.getLayerName(), what)
            + " or with a layer that makes logits.");
  }
}
