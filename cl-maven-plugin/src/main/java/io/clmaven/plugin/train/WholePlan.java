package io.clmaven.plugin.train;

import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.Problem;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that an experiment directory says.
 *
 * @param experiments its experiments; none if there is no file of one
 * @param sweeps its sweeps; none if there is no file of one
 */
public record WholePlan(Plan experiments, SweepPlan sweeps) {

  /** The plan of a directory without experiments. */
  static final Plan NO_EXPERIMENTS = new Plan(List.of(), List.of(), List.of());

  /** The plan of a directory without sweeps. */
  static final SweepPlan NO_SWEEPS = new SweepPlan(List.of(), List.of(), List.of());

  /** Returns all mistakes once; that of an experiment is one of the sweeps of it as well. */
  List<Problem> problems() {
    return Stream.concat(experiments.problems().stream(), sweeps.problems().stream())
        .distinct()
        .toList();
  }
}
