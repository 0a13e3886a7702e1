package io.clmaven.runtime.experiment.plan;

import io.clmaven.runtime.component.Setting;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the gate demands of one metric: {@code check: {accuracy: {minimum: 90%, margin: 1%}}}.
 * {@code 0.9} and {@code 90%} are the same.
 */
public record CheckRule(
    @Setting("Smallest allowed value of the statistic.") Optional<BigDecimal> minimum,
    @Setting("Largest allowed value of the statistic.") Optional<BigDecimal> maximum,
    @Setting(
            value =
                "Margin of the non-inferiority test against the committed baseline: how much worse"
                    + " than the baseline the mean over the seeds may truly be.",
            range = "[0, inf)")
        Optional<BigDecimal> margin,
    @Setting(
            value = "Confidence of the non-inferiority test.",
            byDefault = "0.95",
            range = "(0.5, 1)")
        double confidence,
    @Setting(value = "What the limits look at over the seeds.", byDefault = "mean")
        Statistic statistic,
    @Setting(value = "Fewest seeds the rule needs.", byDefault = "1", range = "[1, inf)")
        int seeds) {

  /** A number computed from the values of all seeds. */
  public enum Statistic {
    MEAN,
    MIN,
    MAX,
    /** Lower bound of the 95 % confidence interval of the mean. */
    LOWER_CI95,
    /** Upper bound of the 95 % confidence interval of the mean. */
    UPPER_CI95
  }
}
