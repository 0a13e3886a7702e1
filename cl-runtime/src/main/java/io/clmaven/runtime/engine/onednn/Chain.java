package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A convolution and the layers behind it that treat, in evaluation, each value by itself: ReLU,
 * batch normalisation by running statistics, dropout, the sum with another branch.
 *
 * @param convolution where it begins
 * @param tail what follows; only the last one has other readers
 */
record Chain(ModelSpec.Node convolution, List<ModelSpec.Node> tail) {

  /** Finds the chains of a model. Where two meet in a sum, it belongs to the first one. */
  static List<Chain> in(ModelSpec model) {
    List<Chain> chains = new ArrayList<>();
    Set<ModelSpec.Node> taken = new HashSet<>();
    for (ModelSpec.Node node : model.nodes()) {
      List<ModelSpec.Node> tail = new ArrayList<>();
      if (node.layer() instanceof Layer.Convolution) {
        follow(node, model, taken, tail);
      }
      if (!tail.isEmpty()) {
        chains.add(new Chain(node, tail));
      }
    }
    return chains;
  }

  private static void follow(
      ModelSpec.Node first, ModelSpec model, Set<ModelSpec.Node> taken, List<ModelSpec.Node> tail) {
    Optional<ModelSpec.Node> next = reader(first, model);
    while (next.filter(Chain::isPointwise).filter(taken::add).isPresent()) {
      tail.add(next.get());
      next = reader(next.get(), model);
    }
  }

  private static Optional<ModelSpec.Node> reader(ModelSpec.Node node, ModelSpec model) {
    List<ModelSpec.Node> readers = model.readers(node.name());
    return readers.size() == 1 ? Optional.of(readers.get(0)) : Optional.empty();
  }

  private static boolean isPointwise(ModelSpec.Node node) {
    Layer layer = node.layer();
    return layer instanceof Layer.Relu
        || layer instanceof Layer.Dropout
        || layer instanceof Layer.BatchNorm norm && norm.statistics() != Statistics.BATCH
        || layer instanceof Layer.Add && !node.inputs().get(0).equals(node.inputs().get(1));
  }

  /** Returns the layer whose output is that of the chain. */
  ModelSpec.Node end() {
    return tail.get(tail.size() - 1);
  }

  /** Returns whether a layer is part of it. */
  boolean contains(ModelSpec.Node node) {
    return node.equals(convolution) || tail.contains(node);
  }

  /** Returns the names of the inputs: of the convolution, then of the sums. */
  List<String> inputs() {
    List<String> inputs = new ArrayList<>(convolution.inputs());
    String last = convolution.name();
    for (ModelSpec.Node node : tail) {
      String before = last;
      node.inputs().stream().filter(input -> !input.equals(before)).forEach(inputs::add);
      last = node.name();
    }
    return inputs;
  }
}
