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
    double share = random.nextDouble();
    double drawn =
        scale == Scale.LOG ? from * Math.pow(to / from, share) : from + (to - from) * share;
    BigDecimal rounded =
        integer
            ? new BigDecimal(drawn).setScale(0, RoundingMode.HALF_EVEN)
            : new BigDecimal(drawn).round(DIGITS);
    return rounded.max(BigDecimal.valueOf(from)).min(BigDecimal.valueOf(to)).stripTrailingZeros();
  }
}
