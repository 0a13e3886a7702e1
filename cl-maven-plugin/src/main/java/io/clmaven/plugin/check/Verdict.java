package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.PlannedExperiment;

/**
 * What the gate says about one rule of one experiment.
 *
 * @param experiment name of the experiment
 * @param rule what was demanded, for example {@code accuracy.minimum}
 * @param outcome whether it is met
 * @param detail what was found: the end of a sentence
 */
public record Verdict(String experiment, String rule, Outcome outcome, String detail) {

  /** How a rule ended. */
  public enum Outcome {
    MET("meets"),
    BROKEN("breaks"),
    /** The rule was not judged; the detail says why. */
    SKIPPED("skips");

    private final String verb;

    Outcome(String verb) {
      this.verb = verb;
    }
  }

  static Verdict met(PlannedExperiment experiment, String rule, String detail) {
    return new Verdict(experiment.name(), rule, Outcome.MET, detail);
  }

  static Verdict broken(PlannedExperiment experiment, String rule, String detail) {
    return new Verdict(experiment.name(), rule, Outcome.BROKEN, detail);
  }

  static Verdict skipped(PlannedExperiment experiment, String rule, String detail) {
    return new Verdict(experiment.name(), rule, Outcome.SKIPPED, detail);
  }

  /** Returns one line for the log, complete in itself. */
  public String message() {
    return "%s %s rule '%s': %s".formatted(experiment, outcome.verb, rule, detail);
  }

  /** Tells whether the rule is broken. */
  public boolean isBroken() {
    return outcome == Outcome.BROKEN;
  }
}
