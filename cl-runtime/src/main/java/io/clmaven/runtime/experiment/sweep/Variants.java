package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.ExperimentReader;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.Problems;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An experiment with other values of some settings. */
final class Variants {

  private final ExperimentReader reader;
  private final Node.Mapping base;

  /**
   * Makes variants.
   *
   * @param reader makes and validates them
   * @param base all settings of the experiment
   */
  Variants(ExperimentReader reader, Node.Mapping base) {
    this.reader = reader;
    this.base = base;
  }

  /** Returns the experiment with some values; empty after having told all mistakes. */
  Optional<Experiment> with(Map<SettingPath, Node> values, Problems problems) {
    Node.Mapping settings = settings(values, problems);
    boolean isComplete = problems.isEmpty();
    return reader.bind(settings, problems).filter(experiment -> isComplete);
  }

  /** Lays the values over the base; a new component first, since it takes other settings away. */
  private Node.Mapping settings(Map<SettingPath, Node> values, Problems problems) {
    Node.Mapping settings = base;
    List<Map.Entry<SettingPath, Node>> ordered =
        values.entrySet().stream()
            .sorted(
                Comparator.comparing(
                    (Map.Entry<SettingPath, Node> e) -> !e.getKey().namesComponent()))
            .toList();
    for (Map.Entry<SettingPath, Node> value : ordered) {
      try {
        settings = new Placement(value.getKey(), value.getValue()).in(settings);
      } catch (Placement.MissingPathException e) {
        problems.add(value.getKey().place(), e.getMessage());
      }
    }
    return settings;
  }
}
