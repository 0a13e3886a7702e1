package io.clmaven.plugin.config;

import java.util.List;
import java.util.stream.Stream;

/** Seeds as users write them: {@code 1,2,3}. */
public final class Seeds {

  private Seeds() {}

  /**
   * Reads seeds.
   *
   * @param text whole numbers separated by commas; null or blank for none
   * @throws ProjectException if one of them is not a number
   */
  public static List<Long> parse(String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    try {
      return Stream.of(text.split(",")).map(String::strip).map(Long::valueOf).toList();
    } catch (NumberFormatException e) {
      throw new ProjectException(
          "Cannot read '%s' of cl.seeds: it is not a list of whole numbers. Write for example '1,2,3'."
              .formatted(text));
    }
  }
}
