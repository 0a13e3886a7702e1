package io.clmaven.runtime.engine.dl4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The same values in our order and in DL4J's, copied block by block. */
record Link(List<Pair> pairs) {

  /** A block in both orders. */
  record Pair(INDArray ours, INDArray theirs) {}

  Link {
    pairs = List.copyOf(pairs);
  }

  /** Copies our values to DL4J. */
  void push() {
    pairs.forEach(pair -> pair.theirs().assign(pair.ours()));
  }

  /** Copies DL4J's values to us. */
  void pull() {
    pairs.forEach(pair -> pair.ours().assign(pair.theirs()));
  }
}
