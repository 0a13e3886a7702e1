package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.Place;
import java.util.List;

/**
 * A sweep as its file describes it.
 *
 * @param sweep the settings
 * @param parameters what is searched
 * @param overrides settings of the experiment that hold in the search only
 * @param settings where everything was read from
 */
record SweepFile(
    Sweep sweep, List<Parameter> parameters, Node.Mapping overrides, Node.Mapping settings) {

  SweepFile {
    parameters = List.copyOf(parameters);
  }

  /** Returns the name of the experiment with its place. */
  Node.Scalar experiment() {
    return (Node.Scalar) settings.find("experiment").orElseThrow();
  }

  /** Returns where a setting stands, or where the sweep starts. */
  Place placeOf(String setting) {
    return settings.placeOf(setting);
  }
}
