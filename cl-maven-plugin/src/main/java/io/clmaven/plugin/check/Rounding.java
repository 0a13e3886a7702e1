package io.clmaven.plugin.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How measured numbers are compared and printed. */
final class Rounding {

  /** Decimals of printed numbers, unless the limit has more. */
  private static final int SHORT = 3;

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

  /** Returns the decimals in which a limit and what is compared with it are printed. */
  static int scaleOf(BigDecimal limit) {
    return Math.max(SHORT, limit.stripTrailingZeros().scale());
  }

  /** Prints a limit. */
  static String limit(BigDecimal limit) {
    return limit.setScale(scaleOf(limit), RoundingMode.UNNECESSARY).toPlainString();
  }

  /** Prints a number that must not be below a limit, rounded down. */
  static String floor(double value, BigDecimal limit) {
    return exact(value).setScale(scaleOf(limit), RoundingMode.FLOOR).toPlainString();
  }

  /** Prints a number that must not be above a limit, rounded up. */
  static String ceiling(double value, BigDecimal limit) {
    return exact(value).setScale(scaleOf(limit), RoundingMode.CEILING).toPlainString();
  }

  /** Prints a number beside a limit, rounded to the nearest. */
  static String nearest(double value, BigDecimal limit) {
    return exact(value).setScale(scaleOf(limit), RoundingMode.HALF_EVEN).toPlainString();
  }
}
