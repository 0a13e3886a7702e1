package io.clmaven.plugin.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written in the report. */
final class Numbers {

  static final String MISSING = "–";

  private static final int DECIMALS = 2;
  private static final int SIGNIFICANT = 4;
  private static final double PLAIN_FROM = 0.01;
  private static final double PLAIN_TO = 1e6;

  private Numbers() {}

  /** Returns a fraction in percent, {@code 93.54 %}. */
  static String percent(double fraction) {
    return Double.isFinite(fraction) ? points(fraction).toPlainString() + " %" : MISSING;
  }

  /** Returns a fraction in percent with its standard deviation, {@code 93.54 ± 0.47 %}. */
  static String percent(double fraction, double deviation) {
    return Double.isFinite(fraction)
        ? "%s ± %s %%"
            .formatted(points(fraction).toPlainString(), points(deviation).toPlainString())
        : MISSING;
  }

  /** Returns a difference of fractions with its sign, {@code +0.31}. */
  static String difference(double fraction) {
    if (!Double.isFinite(fraction)) {
      return MISSING;
    }
    BigDecimal points = points(fraction);
    return (points.signum() > 0 ? "+" : "") + points.toPlainString();
  }

  /** Returns a number for a chart: a fraction in percent; null where it is missing. */
  static Double chart(double fraction) {
    return Double.isFinite(fraction) ? points(fraction).doubleValue() : null;
  }

  /** Returns a loss with four significant digits, {@code 0.3127}. */
  static String loss(double loss) {
    return BigDecimal.valueOf(significant(loss)).toPlainString();
  }

  /** Returns a number rounded to four significant digits. */
  static double significant(double value) {
    return new BigDecimal(value).round(new MathContext(SIGNIFICANT)).doubleValue();
  }

  /** Returns a duration, {@code 0.42 s}, {@code 71.3 s} or {@code 2 h 05 min}. */
  static String seconds(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.2f s", seconds);
    }
    if (seconds < 600) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long minutes = Math.round(seconds / 60);
    return minutes < 60
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }

  /** Returns an amount of memory in binary units; nothing known is 0. */
  static String bytes(double bytes) {
    if (bytes <= 0) {
      return MISSING;
    }
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    int unit = 0;
    double value = bytes;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(
        Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }

  /** Returns a count or rate with separators, {@code 12,345}. */
  static String count(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /** Returns any number for a chart, in a few digits; null where it is missing. */
  static Double rounded(double value) {
    return Double.isFinite(value) ? Double.valueOf(significant(value)) : null;
  }

  /** Returns any number in a few digits, {@code 0.25}, {@code 3.2e-7}. */
  static String quantity(double value) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    if (value == 0 || (Math.abs(value) >= PLAIN_FROM && Math.abs(value) < PLAIN_TO)) {
      return BigDecimal.valueOf(significant(value)).stripTrailingZeros().toPlainString();
    }
    return String.format(Locale.ROOT, "%.1e", value)
        .replace(".0e", "e")
        .replaceFirst("e([+-])0", "e$1")
        .replace("e+", "e");
  }

  private static BigDecimal points(double fraction) {
    return BigDecimal.valueOf(fraction)
        .movePointRight(2)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
