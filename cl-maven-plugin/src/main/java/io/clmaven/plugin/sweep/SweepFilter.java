package io.clmaven.plugin.sweep;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.config.Suggestion;
import java.util.List;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * Which sweeps are wanted.
 *
 * @param names names, also with the wildcards {@code *} and {@code ?}; all if empty
 */
public record SweepFilter(List<String> names) {

  /** Returns the wanted ones of some names, in their order. */
  public List<String> choose(List<String> known) {
    List<String> unknown =
        names.stream()
            .filter(pattern -> known.stream().noneMatch(name -> matches(pattern, name)))
            .toList();
    if (!unknown.isEmpty()) {
      throw new ProjectException(
          "Cannot choose '%s' of cl.sweeps: there is no such sweep.%s Choose among %s."
              .formatted(
                  String.join(", ", unknown),
                  Suggestion.text(unknown.get(0), known),
                  String.join(", ", known)));
    }
    return known.stream()
        .filter(name -> names.isEmpty() || names.stream().anyMatch(p -> matches(p, name)))
        .toList();
  }

  private static boolean matches(String pattern, String name) {
    return SelectorUtils.match(pattern, name);
  }
}
