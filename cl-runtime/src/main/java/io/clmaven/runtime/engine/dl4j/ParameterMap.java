package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Where the segments of a flat vector lie in DL4J's flat vector. DL4J puts the bias of a
 * convolution before its weights, and running statistics between the parameters. What lies side by
 * side in both is one block, so that a multi-layer perceptron is copied in one go.
 */
final class ParameterMap {

  private record Block(long from, long place, long length) {

    boolean touches(Block next) {
      return from + length == next.from && place + length == next.place;
    }

    Block with(Block next) {
      return new Block(from, place, length + next.length);
    }
  }

  private final List<Block> blocks = new ArrayList<>();

  /**
   * Finds the segments of a layout in a graph.
   *
   * @param layout parameters or running statistics
   */
  ParameterMap(ComputationGraph graph, ParameterLayout layout) {
    for (Segment segment : layout.segments()) {
      INDArray view = graph.getLayer(segment.layer()).getParam(key(segment.kind()));
      add(new Block(segment.offset(), view.offset() - graph.params().offset(), segment.length()));
    }
  }

  private void add(Block block) {
    int last = blocks.size() - 1;
    if (last >= 0 && blocks.get(last).touches(block)) {
      blocks.set(last, blocks.get(last).with(block));
    } else {
      blocks.add(block);
    }
  }

  /** Returns what DL4J calls the parameters of a kind. */
  static String key(Segment.Kind kind) {
    return switch (kind) {
      case WEIGHT, GATE -> "W";
      case BIAS -> "b";
      case SCALE -> "gamma";
      case SHIFT -> "beta";
      case MEAN -> "mean";
      case VARIANCE -> "var";
    };
  }

  /**
   * Ties two vectors together.
   *
   * @param ours a vector in the order of the layout
   * @param theirs a vector in DL4J's order
   */
  Link link(INDArray ours, INDArray theirs) {
    List<Link.Pair> pairs = new ArrayList<>();
    INDArray flat = theirs.reshape(theirs.length());
    for (Block block : blocks) {
      pairs.add(
          new Link.Pair(
              part(ours, block.from(), block.length()), part(flat, block.place(), block.length())));
    }
    return new Link(pairs);
  }

  private static INDArray part(INDArray vector, long from, long length) {
    return vector.get(NDArrayIndex.interval(from, from + length));
  }
}
