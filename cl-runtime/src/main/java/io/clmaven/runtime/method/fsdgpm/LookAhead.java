package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.replay.ElementClamp;
import io.clmaven.runtime.method.replay.FrozenParameters;

/**
 * Losses at perturbed weights. From w^0 = w on, for each chunk j of the batch: q_j is the gradient
 * of the chunk's loss at w^(j-1), projected on the bases, w^j = w^(j-1) + s eta1 clamp(q_j), and
 * L_j is the loss of the mixed batch at w^j.
 */
final class LookAhead {

  private final Objective objective;
  private final SoftProjection projection;
  private final ElementClamp clamp;
  private final int innerBatches; // K
  private final FlatVector weights; // w
  private final FlatVector direction; // q

  LookAhead(Objective objective, SoftProjection projection, InnerLoop inner) {
    this.objective = objective;
    this.projection = projection;
    this.clamp = new ElementClamp((float) inner.clip());
    this.innerBatches = inner.batches();
    this.weights = objective.network().parameters();
    this.direction = objective.network().vector();
  }

  /**
   * Goes through all chunks and stays at the last weights.
   *
   * @param outer learns what its gradient needs
   * @return the sum of the losses L_j over K, also where there are fewer chunks
   */
  double run(Glance glance, Push push, OuterGradient outer) {
    Network network = objective.network();
    double sum = 0;
    FlatVector from = weights;
    outer.begin(push);
    for (int j = 0; j < glance.chunks().size(); j++) {
      InnerStep step = gradient(j, glance.chunks().get(j), from);
      perturb(step, push, outer);
      from = outer.ahead(j);
      network.use(from);
      sum += gradient(glance.mixed(), push.frozen());
      outer.outer(step, network.gradient());
    }
    return sum / innerBatches;
  }

  /** Goes back to the weights w themselves. */
  void leave() {
    objective.network().use(weights);
  }

  /** Computes the gradient g of a chunk. */
  private InnerStep gradient(int index, Batch chunk, FlatVector from) {
    Network network = objective.network();
    network.use(from);
    network.forward(chunk, Mode.TRAIN);
    long pass = network.pass();
    network.backward(chunk, objective.chunk());
    return new InnerStep(index, chunk, from, pass);
  }

  private void perturb(InnerStep step, Push push, OuterGradient outer) {
    FlatVector gradient = objective.network().gradient();
    direction.copyFrom(gradient);
    push.frozen().clear(direction);
    outer.gradient(step, direction);
    projection.project(gradient, direction);
    outer.direction(step, direction);
    clamp.apply(direction);
    FlatVector ahead = outer.ahead(step.index());
    if (ahead != step.from()) {
      ahead.copyFrom(step.from());
    }
    ahead.add(push.length(), direction);
  }

  /** Computes the gradient of a mixed batch at the weights in use and returns its loss. */
  double gradient(Batch mixed, FrozenParameters frozen) {
    Network network = objective.network();
    network.forward(mixed, Mode.TRAIN);
    double loss = network.backward(mixed, objective.mixed());
    frozen.clear(network.gradient());
    return loss;
  }
}
