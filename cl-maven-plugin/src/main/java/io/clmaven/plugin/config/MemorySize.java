package io.clmaven.plugin.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory as users and the JVM write it, for example {@code 512m} or {@code 2g}.
 *
 * @param bytes the amount
 */
public record MemorySize(long bytes) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*([kmgt])b?");
  private static final String UNITS = "kmgt";

  /**
   * Reads a size.
   *
   * @param text number and unit (k, m, g or t)
   * @param property named in the message
   * @throws ProjectException if it is not a size
   */
  public static MemorySize parse(String text, String property) {
    Matcher matcher = TEXT.matcher(text.trim().toLowerCase(Locale.ROOT));
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw new ProjectException(
          "Cannot read '%s' of %s: it is not an amount of memory. Write for example '512m' or '2g'."
              .formatted(text, property));
    }
    int power = UNITS.indexOf(matcher.group(2)) + 1;
    return new MemorySize(Long.parseLong(matcher.group(1)) << (10 * power));
  }

  /** Returns this and another amount together. */
  public MemorySize plus(MemorySize other) {
    return new MemorySize(bytes + other.bytes);
  }

  /** Returns the amount in the shortest exact form with a unit: {@code 1536m}, {@code 2g}. */
  @Override
  public String toString() {
    long amount = bytes / 1024;
    int unit = 0;
    while (amount % 1024 == 0 && amount > 0 && unit < UNITS.length() - 1) {
      amount /= 1024;
      unit++;
    }
    return "%d%c".formatted(amount, UNITS.charAt(unit));
  }
}
