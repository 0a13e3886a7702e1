package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.state.Stateful;

/** The weights lambda of all basis directions, and how they are learnt. */
sealed interface SoftWeights extends Stateful permits FixedWeights, LearnedWeights {

  /** Makes those of a variant. */
  static SoftWeights of(Variant variant, FsDgpmParameters parameters) {
    if (variant.weighting() == Variant.Weighting.ONE) {
      return new FixedWeights();
    }
    return switch (parameters.softWeights()) {
      case OFFICIAL -> new OfficialWeights(parameters, variant.perturbation());
      case LIVE -> new LiveWeights(parameters, variant.perturbation());
      case LOGIT -> new LogitWeights(parameters, variant.perturbation());
    };
  }

  /** Starts a task with bases of these sizes. */
  void begin(int[] ranks);

  /** Tells that the learning rate was divided: the optimizer of the weights starts afresh. */
  void decay(double factor);

  /** Returns lambda [layers][k_l], not to be changed. */
  float[][] values();

  /** Returns whether the next {@link #update} looks at the gradient. */
  boolean needsGradient();

  /**
   * Goes one step.
   *
   * @param gradient of the loss [layers][k_l], zeros where it is not needed; clipped on the way
   */
  void update(float[][] gradient);
}
