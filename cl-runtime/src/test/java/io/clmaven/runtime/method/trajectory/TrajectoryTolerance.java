package io.clmaven.runtime.method.trajectory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What float32 allows, as a share of |expected| + rms.
 *
 * @param first at the first step
 * @param last at the last one
 */
record TrajectoryTolerance(double first, double last) {

  private static final TrajectoryTolerance SMALL = new TrajectoryTolerance(1e-4, 1e-4);

  /** The norm of a penalty's gradient is cut, so errors of the whole move every parameter. */
  private static final TrajectoryTolerance CLIPPED = new TrajectoryTolerance(1e-3, 1e-3);

  /** Normalisation over a single channel amplifies rounding. */
  private static final TrajectoryTolerance RES_NET = new TrajectoryTolerance(1e-3, 5e-3);

  static TrajectoryTolerance of(Trajectory trajectory) {
    if (trajectory.hasResNet()) {
      return RES_NET;
    }
    return isClipped(trajectory) ? CLIPPED : SMALL;
  }

  private static boolean isClipped(Trajectory trajectory) {
    JsonNode limit = trajectory.config().path("ewc_clip_norm");
    return limit.isNumber()
        && trajectory.steps().stream()
            .anyMatch(s -> s.path("ewc_grad_norm").asDouble(0) > limit.doubleValue());
  }
}
