package io.clmaven.plugin.config;

import java.util.Collection;
import java.util.List;

/** Properties of the command line that look like parameters of this plugin but are none. */
public final class UnknownParameters {

  private static final String PREFIX = "cl.";

  private UnknownParameters() {}

  /**
   * Returns a sentence for each unknown one.
   *
   * @param given names of properties that the user gave
   * @param known names of properties that the goals read
   */
  public static List<String> warnings(Collection<String> given, Collection<String> known) {
    return given.stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .sorted()
        .map(name -> "Unknown parameter '%s'.%s".formatted(name, Suggestion.text(name, known)))
        .toList();
  }
}
