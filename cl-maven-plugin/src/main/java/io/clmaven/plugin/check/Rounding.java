package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.CheckRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** How measured numbers are compared and printed. */
final class Rounding {

  /** Decimals of printed numbers, unless a limit of the rule has more. */
  private static final int SHORT = 4;

  /** Decimals in which numbers are compared: takes away what binary fractions add. */
  private static final int EXACT = 12;

  /** Decimals of the values in a baseline. */
  private static final int STORED = 6;

  private Rounding() {}

  /** Returns a number free of binary noise. */
  static BigDecimal exact(double value) {
    return BigDecimal.valueOf(value).setScale(EXACT, RoundingMode.HALF_EVEN);
  }

  /** Returns a number as a baseline keeps it. */
  static double stored(double value) {
    return BigDecimal.valueOf(value).setScale(STORED, RoundingMode.HALF_EVEN).doubleValue();
  }

  /** Prints a number with all decimals of a baseline. */
  static String plain(double value) {
    return BigDecimal.valueOf(value).setScale(STORED, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Returns the decimals in which a rule and what is compared with it are printed. */
  static int scaleOf(CheckRule rule) {
    return Stream.of(rule.minimum(), rule.maximum(), rule.margin())
        .flatMap(Optional::stream)
        .mapToInt(limit -> limit.stripTrailingZeros().scale())
        .reduce(SHORT, Math::max);
  }

  /** Prints a limit. */
  static String limit(BigDecimal limit, int scale) {
    return limit.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
  }

  /** Prints a number rounded down. */
  static String floor(double value, int scale) {
    return exact(value).setScale(scale, RoundingMode.FLOOR).toPlainString();
  }

  /** Prints a number rounded up. */
  static String ceiling(double value, int scale) {
    return exact(value).setScale(scale, RoundingMode.CEILING).toPlainString();
  }

  /** Prints a number rounded to the nearest. */
  static String nearest(double value, int scale) {
    return exact(value).setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
  }
}
