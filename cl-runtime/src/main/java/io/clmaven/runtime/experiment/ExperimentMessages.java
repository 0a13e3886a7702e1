package io.clmaven.runtime.experiment;

import io.clmaven.runtime.experiment.preset.Preset;
import io.clmaven.runtime.experiment.yaml.Nearest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The texts of mistakes in experiments as a whole. */
final class ExperimentMessages {

  static final String NO_SETTINGS =
      "An experiment consists of settings ('benchmark: permuted-mnist'), but this is something"
          + " else. Write 'setting: value' lines.";
  static final String EXTENDS =
      "'extends' takes one name: 'preset/<name>' or an experiment file of this directory.";
  static final String NO_METHOD =
      "'method' has an empty list. Name at least one method; 'naive' only trains.";
  static final String NO_SEEDS = "'seeds' has an empty list. Give at least one seed.";

  static final String NO_DIRECTORY =
      "There is no experiment directory. Create it with one YAML file per experiment, or set"
          + " 'cl.experimentDirectory'.";
  static final String NO_EXPERIMENTS =
      "There is no experiment in this directory. Add a file '<name>.yaml'; 'extends: preset/<name>'"
          + " is a complete one.";

  private ExperimentMessages() {}

  static String unreadable(IOException cause) {
    return "Cannot read the file: %s. Check that it exists and may be read.".formatted(cause);
  }

  static String unknownBase(String reference, Sources sources) {
    List<String> known = new ArrayList<>();
    sources.presets().names().forEach(name -> known.add(Preset.PREFIX + name));
    known.addAll(sources.files());
    Optional<String> near = Nearest.to(reference, known);
    return "Cannot extend '%s': there is no such %s.%s"
        .formatted(
            reference,
            reference.startsWith(Preset.PREFIX) ? "preset" : "file in the experiment directory",
            near.map(" Did you mean '%s'?"::formatted)
                .orElse(known.isEmpty() ? "" : " Known: %s.".formatted(String.join(", ", known))));
  }

  static String cycle(List<String> chain, String again) {
    return "Cannot extend '%s': it comes back to itself (%s -> %s). Remove one 'extends'."
        .formatted(again, String.join(" -> ", chain), again);
  }

  static String inPreset(String preset, int line, String message) {
    return "In %s, line %d: %s".formatted(preset, line, message);
  }

  static String name(String name) {
    return "'%s' cannot be the name of an experiment: it names folders of results. Use letters, digits,"
            .formatted(name)
        + " '.', '_' and '-' only.";
  }

  static String sameName(String file, String other) {
    return "'%s' and '%s' name the same experiment. Rename one of them.".formatted(other, file);
  }

  static String twiceSeed(Object seed) {
    return "Seed %s is given twice: equal seeds give equal results. Remove one.".formatted(seed);
  }

  static String scenario(
      String method, Collection<String> able, String benchmark, String scenario) {
    return "Method '%s' cannot learn benchmark '%s': the benchmark is %s-incremental, the method handles %s."
            .formatted(method, benchmark, scenario, String.join(", ", able))
        + " Choose another method or benchmark.";
  }

  static String unfit(String subject, String reason) {
    return "%s: %s".formatted(subject, reason.endsWith(".") ? reason : reason + ".");
  }

  static String unknownMetric(String name, Collection<String> known) {
    return "Unknown metric '%s'.%s"
        .formatted(
            name,
            Nearest.to(name, known)
                .map(" Did you mean '%s'?"::formatted)
                .orElse(" Known metrics: %s.".formatted(String.join(", ", known))));
  }

  static String sameMetric(String name, String other) {
    return "'%s' and '%s' are the same metric. Keep one rule.".formatted(other, name);
  }

  static String noLimit(String metric) {
    return "Rule '%s' checks nothing. Give it 'minimum', 'maximum' or 'margin'.".formatted(metric);
  }

  static String notAFraction(String setting, String metric, BigDecimal value) {
    return "'%s' of %s is %s, but metrics are fractions from -1 to 1. Write %s%% or %s."
        .formatted(
            setting,
            metric,
            value.toPlainString(),
            value.toPlainString(),
            value.movePointLeft(2).toPlainString());
  }

  static String crossedLimits(String metric) {
    return "Rule '%s' can never hold: its minimum is above its maximum.".formatted(metric);
  }

  static String tooFewSeeds(String metric, int needed, int given) {
    return "Rule '%s' needs %d seeds, but the experiment has %d. Add seeds or lower 'seeds'."
        .formatted(metric, needed, given);
  }
}
