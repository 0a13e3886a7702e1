package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.List;

/**
 * Which layers do the ReLU behind them as well: their kernels have the values in registers, while a
 * stage of its own would pass through memory once more.
 */
final class Fusion {

  private final ModelSpec model;

  Fusion(ModelSpec model) {
    this.model = model;
  }

  /** Returns whether a layer does the ReLU behind it. */
  boolean takesReluOver(ModelSpec.Node node) {
    List<ModelSpec.Node> readers = model.readers(node.name());
    return canRelu(node.layer())
        && readers.size() == 1
        && readers.get(0).layer() instanceof Layer.Relu;
  }

  /** Returns whether a layer is a ReLU that the layer before it does. */
  boolean isTakenOver(ModelSpec.Node node) {
    return node.layer() instanceof Layer.Relu
        && model.nodes().stream()
            .anyMatch(other -> node.inputs().contains(other.name()) && takesReluOver(other));
  }

  private static boolean canRelu(Layer layer) {
    return layer instanceof Layer.Convolution || layer instanceof Layer.BatchNorm;
  }
}
