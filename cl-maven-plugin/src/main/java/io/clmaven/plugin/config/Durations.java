package io.clmaven.plugin.config;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Durations as users write and read them: {@code 90s}, {@code 30m}, {@code 1h30m}. */
public final class Durations {

  private static final Pattern TEXT =
      Pattern.compile("(?=\\d)(\\d{1,6}h)?(\\d{1,6}m)?(\\d{1,6}s)?");

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @param text numbers with the units h, m and s
   * @param property named in the message
   * @throws ProjectException if it is not a duration
   */
  public static Duration parse(String text, String property) {
    String compact = text.trim().toLowerCase(Locale.ROOT);
    if (!TEXT.matcher(compact).matches()) {
      throw new ProjectException(
          "Cannot read '%s' of %s: it is not a duration. Write for example '90s', '30m' or '1h30m'."
              .formatted(text, property));
    }
    return Duration.parse("PT" + compact.toUpperCase(Locale.ROOT));
  }

  /** Returns a duration in whole seconds: {@code 42s}, {@code 3m05s}, {@code 2h00m}. */
  public static String text(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    if (seconds < 60) {
      return "%ds".formatted(seconds);
    }
    if (seconds < 3600) {
      return "%dm%02ds".formatted(seconds / 60, seconds % 60);
    }
    return "%dh%02dm".formatted(seconds / 3600, seconds % 3600 / 60);
  }
}
