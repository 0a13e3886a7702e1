package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.replay.GradientClip;

/**
 * The gradient of one update: first taken at perturbed or at the present weights and clipped, then
 * freed from the part in the span of the bases, as far as their soft weights say.
 */
final class ProjectedGradient {

  private final Network network;
  private final SoftProjection projection;
  private final Variant variant;
  private final LookAhead lookAhead;
  private final OuterGradients outerGradients;
  private final GradientClip clip;
  private final int innerBatches;
  private FlatVector gradient;

  ProjectedGradient(
      Objective objective, SoftProjection projection, Variant variant, InnerLoop inner) {
    this.network = objective.network();
    this.projection = projection;
    this.variant = variant;
    this.lookAhead = new LookAhead(objective, projection, inner);
    this.outerGradients = new OuterGradients(objective, projection, inner);
    this.clip = new GradientClip(inner.clip());
    this.innerBatches = inner.batches();
  }

  /**
   * Computes the clipped gradient and goes one step with the soft weights.
   *
   * @return the mean loss at the perturbed weights
   */
  double compute(Glance glance, Push push) {
    double loss = perturbed(glance, push);
    projection.learn();
    if (variant.place() == Variant.Place.PRESENT && !projection.memory().isEmpty()) {
      double again = present(glance, push);
      return Double.isFinite(again) ? loss : again;
    }
    return loss;
  }

  private double perturbed(Glance glance, Push push) {
    OuterGradient outer = outerGradients.next();
    projection.beginGradient();
    double loss = lookAhead.run(glance, push, outer);
    gradient = outer.result(innerBatches);
    lookAhead.leave();
    clip.apply(gradient);
    return loss;
  }

  private double present(Glance glance, Push push) {
    double loss = lookAhead.gradient(glance.mixed(), push.frozen());
    gradient = network.gradient();
    clip.apply(gradient);
    return loss;
  }

  /** Removes the part in the span of the bases. */
  void project() {
    projection.remove(gradient);
  }

  /** Returns the gradient [P], to be changed. */
  FlatVector values() {
    return gradient;
  }
}
