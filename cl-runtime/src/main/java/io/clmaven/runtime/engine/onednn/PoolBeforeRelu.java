package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves max-pooling before the ReLU in front of it. The largest of clipped values is the clipped
 * largest value, so all values and derivatives stay as they are, and the ReLU passes over a
 * fraction of the memory. A batch normalisation does its ReLU for nothing and keeps it.
 */
final class PoolBeforeRelu {

  private PoolBeforeRelu() {}

  /** Returns an equal model; the layers that changed places keep the names of the places. */
  static ModelSpec in(ModelSpec model) {
    List<ModelSpec.Node> nodes = new ArrayList<>(model.nodes());
    for (int i = 0; i < nodes.size(); i++) {
      ModelSpec.Node relu = nodes.get(i);
      List<ModelSpec.Node> readers = readers(nodes, relu.name());
      if (relu.layer() instanceof Layer.Relu
          && readers.size() == 1
          && readers.get(0).layer() instanceof Layer.MaxPool
          && !followsBatchNorm(nodes, relu)) {
        exchange(nodes, relu, readers.get(0));
      }
    }
    return new ModelSpec(model.inputShape(), nodes, model.given());
  }

  private static List<ModelSpec.Node> readers(List<ModelSpec.Node> nodes, String name) {
    return nodes.stream().filter(node -> node.inputs().contains(name)).toList();
  }

  private static boolean followsBatchNorm(List<ModelSpec.Node> nodes, ModelSpec.Node relu) {
    return nodes.stream()
        .anyMatch(
            node -> relu.inputs().contains(node.name()) && node.layer() instanceof Layer.BatchNorm);
  }

  private static void exchange(
      List<ModelSpec.Node> nodes, ModelSpec.Node relu, ModelSpec.Node pool) {
    nodes.set(
        nodes.indexOf(relu),
        new ModelSpec.Node(relu.name(), pool.layer(), relu.inputs(), pool.outputShape()));
    nodes.set(
        nodes.indexOf(pool),
        new ModelSpec.Node(pool.name(), relu.layer(), pool.inputs(), pool.outputShape()));
  }
}
