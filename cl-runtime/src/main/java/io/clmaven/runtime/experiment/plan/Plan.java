package io.clmaven.runtime.experiment.plan;

import java.util.List;
import java.util.Set;

/**
 * All experiments of a directory.
 *
 * @param problems all mistakes of all files; if there is one, nothing may be run
 * @param hints what experiments leave out that their presets are meant to have
 * @param experiments the valid experiments, by name
 */
public record Plan(List<Problem> problems, List<Hint> hints, List<PlannedExperiment> experiments) {

  /** Name of the JSON Schema of experiment files that is written beside a plan. */
  public static final String SCHEMA_FILE = "experiment.schema.json";

  /** Returns the hints of some experiments. */
  public List<Hint> hintsOf(Set<String> names) {
    return hints.stream().filter(hint -> names.contains(hint.of())).toList();
  }
}
