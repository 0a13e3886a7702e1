package io.clmaven.runtime.experiment;

import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.model.Architecture;
import java.util.List;
import java.util.Optional;

/**
 * What the network of an experiment lacks to be that of a preset.
 *
 * @param reader reads the preset
 * @param presets names of the presets that the experiment extends, nearest first
 * @param experiment the experiment
 */
public record PresetHint(ExperimentReader reader, List<String> presets, Experiment experiment) {

  private static final String SWEEP_REMEDY = "parameters: {model.%s: [<file>]}";
  private static final String TWIN = "-small";

  /** Returns the hint for an experiment; empty if nothing is left out, or if there is no preset. */
  public Optional<String> ofExperiment(String name) {
    return text("Experiment '%s' extends".formatted(name), "model: {%s: <file>}");
  }

  /** Returns the hint for a sweep, with what its winner has too; empty as for an experiment. */
  public Optional<String> ofSweep(String name) {
    return text("Sweep '%s' searches".formatted(name), SWEEP_REMEDY);
  }

  /** Returns the hint for the winner of a sweep alone, which its overrides do not reach. */
  public Optional<String> ofWinner(String name) {
    return text("The winner of sweep '%s' extends".formatted(name), SWEEP_REMEDY);
  }

  private Optional<String> text(String user, String remedy) {
    Selection<Architecture> model = experiment.model();
    Optional<Architecture.Hint> hint = model.create().hint(model.parameters());
    return presets.stream()
        .findFirst()
        .filter(preset -> hint.isPresent() && isMeant(preset))
        .map(preset -> text(user, preset, remedy, hint.get()));
  }

  private static String text(String user, String preset, String remedy, Architecture.Hint hint) {
    return "%s '%s', but its %s. Name a file of them with '%s'."
        .formatted(user, preset, hint.lack(), remedy.formatted(hint.setting()));
  }

  /** A small twin starts as it likes, and another network than the preset's is a choice. */
  private boolean isMeant(String preset) {
    return !preset.endsWith(TWIN)
        && reader
            .read(preset)
            .experiment()
            .filter(e -> e.model().name().equals(experiment.model().name()))
            .isPresent();
  }
}
