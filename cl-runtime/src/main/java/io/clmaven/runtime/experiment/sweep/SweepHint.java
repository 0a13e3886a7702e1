package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.ExperimentReader;
import io.clmaven.runtime.experiment.PresetHint;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.yaml.NodeMerger;
import io.clmaven.runtime.experiment.yaml.Problems;
import java.util.List;
import java.util.Optional;

/**
 * What the networks of a sweep, or that of its winner alone, lack to be that of a preset.
 *
 * @param name name of the sweep
 * @param base the experiment that is searched
 * @param reader makes the experiments of points
 */
record SweepHint(String name, ExperimentReader.Reading base, ExperimentReader reader) {

  /** Returns the hint: the first point stands for all, since one value is the same in each. */
  Optional<String> of(List<PlannedPoint> points) {
    return points.stream().findFirst().flatMap(this::of);
  }

  private Optional<String> of(PlannedPoint point) {
    Experiment searched = reader.fromConfiguration(point.experiment().configuration());
    return hint(searched)
        .ofSweep(name)
        .or(() -> winner(point).flatMap(winner -> hint(winner).ofWinner(name)));
  }

  private PresetHint hint(Experiment experiment) {
    return new PresetHint(reader, base.presets(), experiment);
  }

  /** Returns the experiment of the winner if that were the point. */
  private Optional<Experiment> winner(PlannedPoint point) {
    return base.experiment()
        .map(reader::toConfiguration)
        .map(
            settings ->
                NodeMerger.merge(NodeJson.settings(settings), NodeJson.settings(point.overrides())))
        .flatMap(settings -> reader.bind(settings, new Problems()));
  }
}
