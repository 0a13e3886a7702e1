package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Network;

/** One perturbation of the weights, up the gradient of a chunk. */
final class Ascent {

  private final FlatVector ahead; // w^j
  private final FlatVector gradient; // of the whole batch at w^j
  private FlatVector from; // w^(j-1)
  private Batch chunk;
  private long pass;

  Ascent(Network network) {
    ahead = network.vector();
    gradient = network.vector();
  }

  /**
   * Starts a new one.
   *
   * @param weights where the gradient of the chunk is taken
   */
  void begin(FlatVector weights, Batch next) {
    from = weights;
    chunk = next;
  }

  /** Remembers the mark of the chunk's pass. */
  void mark(long trained) {
    pass = trained;
  }

  FlatVector ahead() {
    return ahead;
  }

  FlatVector gradient() {
    return gradient;
  }

  FlatVector from() {
    return from;
  }

  Batch chunk() {
    return chunk;
  }

  long pass() {
    return pass;
  }
}
