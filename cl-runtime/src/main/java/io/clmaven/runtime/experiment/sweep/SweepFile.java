package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.Place;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sweep as its file describes it.
 *
 * @param sweep the settings
 * @param parameters what is searched
 * @param overrides settings of the experiment that hold in the search only
 * @param settings where everything was read from
 * @param files what it rests on: its file, those it extends, then those of the experiment
 */
record SweepFile(
    Sweep sweep,
    List<Parameter> parameters,
    Node.Mapping overrides,
    Node.Mapping settings,
    List<String> files) {

  SweepFile {
    parameters = List.copyOf(parameters);
    files = List.copyOf(files);
  }

  /** Returns the same sweep, which rests on further files. */
  SweepFile restingOn(List<String> others) {
    List<String> all = Stream.concat(files.stream(), others.stream()).toList();
    return new SweepFile(sweep, parameters, overrides, settings, all);
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
