package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.List;

/**
 * Which layers may put a result over what it is computed from, because nobody reads that again:
 * memory that was just written is in the cache, memory of their own is not.
 */
final class LastReader {

  private final ModelSpec model;
  private final Fusion fusion;

  LastReader(ModelSpec model, Fusion fusion) {
    this.model = model;
    this.fusion = fusion;
  }

  /** Returns where the output of a layer goes that is computed value by value. */
  Destination output(ModelSpec.Node node, int columns) {
    return isLastToRead(node) ? Destination.SOURCE : Destination.own(columns);
  }

  /** Returns whether the first input has no other reader, its own layer included. */
  private boolean isLastToRead(ModelSpec.Node node) {
    String input = node.inputs().get(0);
    return model.readers(input).equals(List.of(node))
        && node.inputs().indexOf(input) == node.inputs().lastIndexOf(input)
        && model.nodes().stream()
            .anyMatch(other -> other.name().equals(input) && forgetsItsOutput(other));
  }

  private boolean forgetsItsOutput(ModelSpec.Node node) {
    Layer layer = node.layer();
    return layer instanceof Layer.Add
        || (layer instanceof Layer.Convolution || layer instanceof Layer.BatchNorm)
            && !fusion.takesReluOver(node);
  }

  /**
   * Returns where the gradient goes that a ReLU lets pass. It may be applied to the gradient
   * itself, for what it has let pass it lets pass again.
   *
   * @param node whose output is that of the ReLU
   */
  Destination gradient(ModelSpec.Node node, int columns) {
    List<ModelSpec.Node> readers = model.readers(node.name());
    boolean isGiven =
        !readers.isEmpty() && readers.stream().allMatch(reader -> makesGradient(reader.layer()));
    return isGiven ? Destination.SOURCE : Destination.own(columns);
  }

  /** Others may hand the gradient of their output on, to several inputs. */
  private static boolean makesGradient(Layer layer) {
    return layer instanceof Layer.Convolution
        || layer instanceof Layer.BatchNorm
        || layer instanceof Layer.MaxPool
        || layer instanceof Layer.AveragePool
        || layer instanceof Layer.GlobalAveragePool;
  }
}
