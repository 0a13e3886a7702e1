package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.CheckRule.Statistic;
import java.util.Collection;
import org.apache.commons.statistics.distribution.TDistribution;

/** Values of one metric, one per seed; at least one. */
public record Sample(double[] values) {

  private static final double TWO_SIDED_95 = 0.975;

  /** Makes a sample of the values of a collection, in its order. */
  public static Sample of(Collection<Double> values) {
    return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Returns the number of values. */
  public int size() {
    return values.length;
  }

  /** Returns the arithmetic mean. */
  public double mean() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Returns the standard deviation with n - 1 in the denominator; 0 for a single value. */
  public double standardDeviation() {
    if (values.length == 1) {
      return 0;
    }
    double mean = mean();
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  /**
   * Returns the upper confidence bound of the mean of a normal population, {@code mean + t(c, n-1)
   * s / sqrt(n)} with Student's t; NaN for a single value.
   *
   * @param confidence one-sided confidence c, between 0.5 and 1
   */
  public double upperBound(double confidence) {
    return mean() + halfWidth(confidence);
  }

  /** Returns the statistic that a rule looks at; NaN where it needs more values. */
  public double statistic(Statistic statistic) {
    return switch (statistic) {
      case MEAN -> mean();
      case MIN -> java.util.Arrays.stream(values).min().orElseThrow();
      case MAX -> java.util.Arrays.stream(values).max().orElseThrow();
      case LOWER_CI95 -> mean() - halfWidth(TWO_SIDED_95);
      case UPPER_CI95 -> mean() + halfWidth(TWO_SIDED_95);
    };
  }

  private double halfWidth(double confidence) {
    if (values.length == 1) {
      return Double.NaN;
    }
    double t = TDistribution.of(values.length - 1).inverseCumulativeProbability(confidence);
    return t * standardDeviation() / Math.sqrt(values.length);
  }
}
