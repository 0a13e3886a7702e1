package io.clmaven.runtime.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.preset.Omission;
import java.util.List;
import java.util.Optional;

/**
 * What the network of an experiment lacks to be that of a preset.
 *
 * @param reader knows the preset
 * @param presets names of the presets that the experiment extends, nearest first
 * @param experiment the experiment
 */
public record PresetHint(ExperimentReader reader, List<String> presets, Experiment experiment) {

  private static final String SWEEP_REMEDY = "parameters: {model.%s: [<file>]}";

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
    return presets.stream()
        .findFirst()
        .flatMap(
            preset ->
                reader
                    .preset(preset)
                    .omission()
                    .filter(this::isLeftOut)
                    .map(omission -> text(user, preset, remedy, omission)));
  }

  private static String text(String user, String preset, String remedy, Omission omission) {
    return "%s '%s', but its '%s' %s. Name a file of them with '%s'."
        .formatted(
            user,
            preset,
            omission.network(),
            omission.effect(),
            remedy.formatted(omission.setting()));
  }

  /** Another network than the preset's is a choice. */
  private boolean isLeftOut(Omission omission) {
    JsonNode model = reader.toConfiguration(experiment).get("model");
    return experiment.model().name().equals(omission.network()) && !model.has(omission.setting());
  }
}
