package io.clmaven.runtime.experiment;

import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.model.Architecture;
import java.util.List;
import java.util.Optional;

/**
 * What the network of an experiment lacks to be that of a preset.
 *
 * @param presets names of the presets it extends, nearest first
 * @param experiment the experiment
 */
public record PresetHint(List<String> presets, Experiment experiment) {

  /**
   * Returns the hint; empty if nothing is left out, or if there is no preset.
   *
   * @param user what the sentence begins with: {@code Experiment 'a' extends}
   */
  public Optional<String> text(String user) {
    Selection<Architecture> model = experiment.model();
    return presets.stream()
        .findFirst()
        .flatMap(
            preset ->
                model
                    .create()
                    .hint(model.parameters())
                    .map(hint -> "%s '%s', but its %s".formatted(user, preset, hint)));
  }
}
