package io.clmaven.runtime.experiment;

import io.clmaven.runtime.experiment.preset.Preset;
import io.clmaven.runtime.experiment.yaml.Nearest;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The texts of mistakes in experiments as a whole. */
final class ExperimentMessages {

  static final String NO_METHOD =
      "'method' has an empty list. Name at least one method; 'naive' only trains.";
  static final String NO_SEEDS = "'seeds' has an empty list. Give at least one seed.";

  static final String NO_DIRECTORY =
      "There is no experiment directory. Create it with one YAML file per experiment, or set"
          + " 'cl.experimentDirectory'.";
  static final String NO_EXPERIMENTS =
      "There is no experiment in this directory. Add a file '<name>.yaml'; 'extends: preset/<name>'"
          + " is a complete one.";

  private static final int MANY = 8;

  private ExperimentMessages() {}

  static String unreadable(IOException cause) {
    return "Cannot read the file: %s. Check that it exists and may be read.".formatted(cause);
  }

  static String noSettings(FileKind kind) {
    String thing = kind.thing();
    return ("%s consists of settings ('%s'), but this is something else. Write 'setting: value'"
            + " lines.")
        .formatted(thing.replaceFirst("^a", "A"), kind.example());
  }

  static String extendsTakes(FileKind kind) {
    return "'extends' takes one name: 'preset/<name>' or %s file of this directory."
        .formatted(kind.thing());
  }

  static String unknown(String action, String reference, Sources sources) {
    boolean preset = reference.startsWith(Preset.PREFIX);
    List<String> known =
        preset
            ? sources.presets().names().stream().map(Preset.PREFIX::concat).toList()
            : sources.files();
    Optional<String> near = Nearest.to(reference, known);
    return "Cannot %s '%s': there is no such %s.%s"
        .formatted(
            action,
            reference,
            preset ? "preset" : "file in the %s directory".formatted(sources.kind().word()),
            near.map(" Did you mean '%s'?"::formatted).orElseGet(() -> list(known)));
  }

  private static String list(List<String> known) {
    List<String> first = known.subList(0, Math.min(MANY, known.size()));
    String more = known.size() > MANY ? ", ... (%d in all)".formatted(known.size()) : "";
    return known.isEmpty() ? "" : " Known: %s%s.".formatted(String.join(", ", first), more);
  }

  static String cycle(List<String> chain, String again) {
    return "Cannot extend '%s': it comes back to itself (%s -> %s). Remove one 'extends'."
        .formatted(again, String.join(" -> ", chain), again);
  }

  static String inPreset(String preset, int line, String message) {
    return "In %s, line %d: %s".formatted(preset, line, message);
  }

  static String name(FileKind kind, String name) {
    String text =
        "'%s' cannot be the name of %s: it names folders of results. Use letters, digits, '.', '_'"
            + " and '-' only.";
    return text.formatted(name, kind.thing());
  }

  static String sameName(FileKind kind, String file, String other) {
    return "'%s' and '%s' name the same %s. Rename one of them."
        .formatted(other, file, kind.word());
  }

  static String twiceSeed(Object seed) {
    return "Seed %s is given twice: equal seeds give equal results. Remove one.".formatted(seed);
  }

  static String wholeSteps(List<String> methods) {
    return "The methods %s each do the whole training step. Leave only one of them."
        .formatted(methods.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")));
  }

  static String scenario(
      String method, Collection<String> able, String benchmark, String scenario) {
    String text =
        "Method '%s' cannot learn benchmark '%s': the benchmark is %s-incremental, the method"
            + " handles %s. Choose another method or benchmark.";
    return text.formatted(method, benchmark, scenario, String.join(", ", able));
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

  static String notEvaluated(String metric, Training.Evaluation enough) {
    return "'%s' needs accuracies on tasks that are not learnt yet. Set 'training: {evaluate: %s}'."
        .formatted(metric, enough.name().toLowerCase(Locale.ROOT));
  }

  static String noLimit(String metric) {
    return "Rule '%s' checks nothing. Give it 'minimum', 'maximum' or 'margin'.".formatted(metric);
  }

  static String notAFraction(String setting, String metric, String value) {
    String advice = value.matches("[0-9]{2}(\\.[0-9]+)?") ? " Write %s%%.".formatted(value) : "";
    return "'%s' of %s is %s, but a metric is a fraction from -1 to 1 (-100%% to 100%%).%s"
        .formatted(setting, metric, value, advice);
  }

  static String crossedLimits(String metric) {
    return "Rule '%s' can never hold: its minimum is above its maximum. Change one."
        .formatted(metric);
  }

  static String tooFewSeeds(String metric, int needed, int given) {
    return "Rule '%s' needs %d seeds, but the experiment has %d. Add seeds or lower 'seeds'."
        .formatted(metric, needed, given);
  }
}
