package io.clmaven.runtime.experiment.yaml;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Allowed numbers, for example {@code (0, 1]} or {@code [1, inf)}.
 *
 * @param text as it was written; empty if everything is allowed
 * @param low lower end, if there is one
 * @param lowIncluded whether the lower end is allowed
 * @param high upper end, if there is one
 * @param highIncluded whether the upper end is allowed
 */
record Interval(
    String text,
    Optional<BigDecimal> low,
    boolean lowIncluded,
    Optional<BigDecimal> high,
    boolean highIncluded) {

  static final Interval ALL = new Interval("", Optional.empty(), false, Optional.empty(), false);

  private static final Pattern FORM =
      Pattern.compile("([\\[(])\\s*(\\S+)\\s*,\\s*(\\S+?)\\s*([])])");

  /**
   * Reads an interval.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Interval parse(String text) {
    if (text.isBlank()) {
      return ALL;
    }
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("'%s' is not an interval".formatted(text));
    }
    return new Interval(
        text,
        end(form.group(2)),
        form.group(1).equals("["),
        end(form.group(3)),
        form.group(4).equals("]"));
  }

  private static Optional<BigDecimal> end(String text) {
    return text.endsWith("inf") ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  boolean contains(BigDecimal value) {
    return low.map(l -> lowIncluded ? value.compareTo(l) >= 0 : value.compareTo(l) > 0).orElse(true)
        && high.map(h -> highIncluded ? value.compareTo(h) <= 0 : value.compareTo(h) < 0)
            .orElse(true);
  }

  /** Returns the interval in words, for example {@code greater than 0 and at most 1}. */
  String words() {
    Optional<String> from =
        low.map(l -> (lowIncluded ? "at least " : "greater than ") + l.toPlainString());
    Optional<String> to =
        high.map(h -> (highIncluded ? "at most " : "less than ") + h.toPlainString());
    return from.isPresent() && to.isPresent()
        ? from.get() + " and " + to.get()
        : from.or(() -> to).orElse("any number");
  }
}
