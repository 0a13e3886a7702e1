package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.subspace.Representation;
import java.util.List;

/**
 * A weight whose gradient is projected.
 *
 * @param segment W [o, d]
 * @param representation how the recorded input of its layer becomes a matrix
 */
record ProjectedWeight(Segment segment, Representation representation) {

  /**
   * Returns the projected weights in the order of declaration: all of them, but not the output
   * layer where it holds one head per task.
   */
  static List<ProjectedWeight> of(ModelSpec model, ParameterLayout layout, Scenario scenario) {
    List<Segment> weights = layout.weights();
    int shared = scenario == Scenario.TASK ? weights.size() - 1 : weights.size();
    return weights.stream()
        .limit(Math.max(0, shared))
        .map(w -> new ProjectedWeight(w, Representation.of(model.layer(w.layer()))))
        .toList();
  }
}
