package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.Network;

/**
 * How an update looks ahead.
 *
 * @param batches K: parts of a batch, one perturbation each
 * @param clip largest element of a perturbing gradient, and largest norm of the outer one
 * @param secondOrder whether the outer gradient is also taken through the perturbations
 */
record InnerLoop(int batches, double clip, boolean secondOrder) {

  /** Refuses a network without the derivatives that second order needs. */
  void require(Network network) {
    if (secondOrder) {
      network.derivatives().requireHessian();
    }
  }
}
