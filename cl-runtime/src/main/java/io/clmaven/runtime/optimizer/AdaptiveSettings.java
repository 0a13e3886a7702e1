package io.clmaven.runtime.optimizer;

/** The settings that all rules with moments have. */
sealed interface AdaptiveSettings
    permits Adagrad.Parameters, Adam.Parameters, AdamW.Parameters, RmsProp.Parameters {

  /** Returns the step size. */
  double learningRate();

  /** Returns how much the parameters decay; 0 for not at all. */
  double weightDecay();

  /** Returns how long the moments live. */
  Lifetime lifetime();
}
