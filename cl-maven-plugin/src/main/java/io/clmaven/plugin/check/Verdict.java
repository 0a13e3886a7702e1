package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.PlannedExperiment;

/**
 * What the gate says about one rule of one experiment.
 *
 * @param experiment name of the experiment
 * @param rule what was demanded, for example {@code accuracy.minimum}
 * @param outcome whether it is met
 * @param message one line for the log, complete in itself
 */
public record Verdict(String experiment, String rule, Outcome outcome, String message) {

  /** How a rule ended. */
  public enum Outcome {
    MET,
    BROKEN,
    /** The rule was not judged; the message says why. */
    SKIPPED
  }

  static Verdict met(PlannedExperiment experiment, String rule, String detail) {
    String message = "%s meets rule '%s': %s".formatted(experiment.name(), rule, detail);
    return new Verdict(experiment.name(), rule, Outcome.MET, message);
  }

  static Verdict broken(PlannedExperiment experiment, String rule, String detail) {
    String message = "%s breaks rule '%s': %s".formatted(experiment.name(), rule, detail);
    return new Verdict(experiment.name(), rule, Outcome.BROKEN, message);
  }

  static Verdict skipped(PlannedExperiment experiment, String rule, String detail) {
    String message = "%s skips rule '%s': %s".formatted(experiment.name(), rule, detail);
    return new Verdict(experiment.name(), rule, Outcome.SKIPPED, message);
  }

  /** Tells whether the rule is broken. */
  public boolean isBroken() {
    return outcome == Outcome.BROKEN;
  }
}
