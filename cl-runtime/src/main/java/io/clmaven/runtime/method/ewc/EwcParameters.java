package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.component.Setting;

/** Parameters of {@link Ewc}. */
public record EwcParameters(
    @Setting(
            value = "Weight of the penalty (lambda); there is no 1/2 in it.",
            byDefault = "1",
            range = "[0, inf)")
        double strength,
    @Setting(value = "What a task's Fisher matrix is taken to be.", byDefault = "official")
        Fisher fisher,
    @Setting(value = "What is kept of the Fisher matrices of all tasks.", byDefault = "official")
        Consolidation consolidation,
    @Setting(
            value =
                "What remains of the Fisher matrices of earlier tasks after a task; with"
                    + " 'consolidation: online' only (gamma).",
            byDefault = "0.95",
            range = "[0, 1]")
        double decay,
    @Setting(
            value = "Training samples of a task that are drawn for its Fisher matrix.",
            byDefault = "200",
            range = "[1, inf)")
        int samples,
    @Setting(
            value = "L2 norm to which the gradient of the penalty alone is clipped.",
            byDefault = "100",
            range = "(0, inf)")
        double penaltyClip) {

  /** What a task's Fisher matrix is taken to be. */
  public enum Fisher {
    /** {@link SquaredMeanGradient}. */
    OFFICIAL,
    /** {@link EmpiricalFisher}. */
    EMPIRICAL,
    /** {@link ExactFisher}. */
    EXACT
  }

  /** What is kept of the Fisher matrices of all tasks. */
  public enum Consolidation {
    /** {@link ConsolidationRule.RunningAverage}. */
    OFFICIAL,
    /** {@link ConsolidationRule.SeparateAnchors}. */
    SEPARATE,
    /** {@link ConsolidationRule.Online}. */
    ONLINE
  }

  ConsolidationRule rule() {
    return switch (consolidation) {
      case OFFICIAL -> new ConsolidationRule.RunningAverage();
      case SEPARATE -> new ConsolidationRule.SeparateAnchors();
      case ONLINE -> new ConsolidationRule.Online((float) decay);
    };
  }
}
