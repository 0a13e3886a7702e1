package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import java.util.List;

/**
 * Which parameters {@link Gpm} protects and how: weights are projected, the one-dimensional
 * parameters of the same layers are frozen after the first task. The last weighted layer is left
 * alone where it holds one head per task.
 *
 * @param projected weights in the order of the layers
 * @param frozen biases and normalisation parameters
 */
record ProjectionPlan(List<Segment> projected, List<Segment> frozen) {

  /** Makes the plan for a network in a scenario. */
  static ProjectionPlan of(ParameterLayout layout, Scenario scenario) {
    List<Segment> weights = layout.weights();
    String heads =
        scenario == Scenario.TASK && !weights.isEmpty()
            ? weights.get(weights.size() - 1).layer()
            : "";
    List<Segment> shared =
        layout.segments().stream().filter(s -> !s.layer().equals(heads)).toList();
    return new ProjectionPlan(
        shared.stream().filter(s -> s.kind() == Segment.Kind.WEIGHT).toList(),
        shared.stream().filter(s -> s.kind() != Segment.Kind.WEIGHT).toList());
  }

  /**
   * Checks that lists with one value per layer have as many values as there are layers.
   *
   * @throws IllegalArgumentException if they have not
   */
  void require(GpmParameters parameters) {
    if (parameters.threshold().size() > 1) {
      requireOneEach("threshold", parameters.threshold());
    }
    if (!parameters.samplesPerLayer().isEmpty()) {
      requireOneEach("samplesPerLayer", parameters.samplesPerLayer());
    }
  }

  private void requireOneEach(String setting, List<?> values) {
    if (values.size() != projected.size()) {
      List<String> layers = projected.stream().map(Segment::layer).toList();
      throw new IllegalArgumentException(
          "'%s' has %d values but %d layers are projected: %s. Give one value for each of them."
              .formatted(setting, values.size(), layers.size(), String.join(", ", layers)));
    }
  }
}
