package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.random.RandomStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers to draw from.
 *
 * @param from smallest number
 * @param to largest number
 * @param scale what is equally likely
 * @param integer whether only whole numbers are drawn
 */
record Range(
    @Setting("Smallest number that is drawn.") double from,
    @Setting("Largest number that is drawn.") double to,
    @Setting(
            value =
                "Whether equal differences ('linear') or equal ratios ('log') are equally likely.",
            byDefault = "linear")
        Scale scale,
    @Setting(value = "Whether only whole numbers are drawn.", byDefault = "false")
        boolean integer) {

  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  /** What is equally likely. */
  enum Scale {
    /** Equal differences. */
    LINEAR,
    /** Equal ratios. */
    LOG
  }

  /** Draws a number of three significant digits, or a whole one. */
  BigDecimal draw(RandomStream random) {
    return quantile(random.nextDouble());
  }

  /**
   * Returns the number that a share of all draws is below. A whole number stands for everything up
   * to the next one: the ends are drawn as often as others.
   *
   * @param share at least 0, below 1
   */
  BigDecimal quantile(double share) {
    double end = integer ? to + 1 : to;
    double drawn =
        scale == Scale.LOG ? from * Math.pow(end / from, share) : from + (end - from) * share;
    BigDecimal rounded =
        integer ? new BigDecimal(Math.floor(drawn)) : new BigDecimal(drawn).round(DIGITS);
    return rounded.max(BigDecimal.valueOf(from)).min(BigDecimal.valueOf(to)).stripTrailingZeros();
  }

  /** Tells whether whole numbers are wanted between ends that are none. */
  boolean hasBrokenEnds() {
    return integer && (from != Math.rint(from) || to != Math.rint(to));
  }
}
