package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Network;

/** What is kept of one perturbation for the way back. */
final class InnerTrace {

  private final FlatVector ahead; // w^j
  private final FlatVector direction; // q_j before the clamp
  private final FlatVector outer; // K u_j
  private InnerStep step;

  InnerTrace(Network network) {
    this.ahead = network.vector();
    this.direction = network.vector();
    this.outer = network.vector();
  }

  void enter(InnerStep next) {
    step = next;
  }

  InnerStep step() {
    return step;
  }

  FlatVector ahead() {
    return ahead;
  }

  FlatVector direction() {
    return direction;
  }

  FlatVector outer() {
    return outer;
  }
}
