package io.clmaven.runtime.experiment.yaml;

import io.clmaven.runtime.experiment.plan.Problem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects mistakes, so that all of them are told at once. */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();

  /** Adds a mistake; the same one twice counts once. */
  public void add(Place place, String message) {
    found.add(new Problem(place.file(), place.line(), place.column(), message));
  }

  /** Adds mistakes that were found elsewhere. */
  public void addAll(List<Problem> others) {
    found.addAll(others);
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
