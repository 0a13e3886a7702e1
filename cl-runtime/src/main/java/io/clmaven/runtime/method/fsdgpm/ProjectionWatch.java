package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.List;

/** Checks the projection once in each epoch, and the bases after each task. */
final class ProjectionWatch implements Stateful {

  private final SoftProjection projection;
  private final List<Segment> weights;
  private final ProjectionDiagnostics diagnostics;
  private long checkedEpoch; // of this task; -1 before its first check

  ProjectionWatch(String method, Variant variant, SoftProjection projection) {
    this.projection = projection;
    this.weights = projection.memory().segments();
    this.diagnostics =
        new ProjectionDiagnostics(
            method, variant.weighting() == Variant.Weighting.SOFT, this.weights);
  }

  void beginTask() {
    checkedEpoch = -1;
  }

  /** Removes the projected part of a gradient. */
  void project(WholeStep step, ProjectedGradient gradient) {
    if (step.epoch() == checkedEpoch || projection.memory().isEmpty()) {
      gradient.project();
      return;
    }
    checkedEpoch = step.epoch();
    SoftProjectionCheck check = new SoftProjectionCheck(weights, projection, gradient.values());
    gradient.project();
    diagnostics.projected(step.task(), check.deviations(gradient.values()));
  }

  /** Looks at the soft weights that a task leaves. */
  void learnt(Task task) {
    diagnostics.learnt(
        task, projection.memory().isEmpty() ? new float[0][] : projection.weights().values());
  }

  /** Looks at the bases made after a task. */
  void rebuilt(Task task) {
    diagnostics.rebuilt(task, projection.memory().bases());
  }

  Diagnostics diagnostics() {
    return diagnostics.toDiagnostics();
  }

  @Override
  public void save(StateWriter out) {
    diagnostics.save(out);
    out.putLong("projection.checked-epoch", checkedEpoch);
  }

  @Override
  public void load(StateReader in) {
    diagnostics.load(in);
    checkedEpoch = in.getLong("projection.checked-epoch");
  }
}
