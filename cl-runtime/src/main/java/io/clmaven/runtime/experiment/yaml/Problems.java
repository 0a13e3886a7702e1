package io.clmaven.runtime.experiment.yaml;

import io.clmaven.runtime.experiment.plan.Problem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects mistakes, so that all of them are told at once. */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();
  private final Set<Problem> missing = new LinkedHashSet<>();

  /** Adds a mistake; the same one twice counts once. */
  public void add(Place place, String message) {
    found.add(new Problem(place.file(), place.line(), place.column(), message));
  }

  /** Adds that a setting is missing. */
  void addMissing(Place place, String message) {
    add(place, message);
    missing.add(new Problem(place.file(), place.line(), place.column(), message));
  }

  /** Adds the mistakes that others found, but not what they missed. */
  public void addPresent(Problems others) {
    others.found.stream().filter(problem -> !others.missing.contains(problem)).forEach(found::add);
  }

  /** Tells whether there is none. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns the mistakes by file, line and column. */
  public List<Problem> list() {
    return found.stream()
        .sorted(
            Comparator.comparing(Problem::file)
                .thenComparing(Problem::line)
                .thenComparing(Problem::column))
        .toList();
  }
}
