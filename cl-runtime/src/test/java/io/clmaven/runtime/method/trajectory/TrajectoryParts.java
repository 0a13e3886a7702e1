package io.clmaven.runtime.method.trajectory;

import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.StableSgd;
import io.clmaven.runtime.method.agem.AGemObserver;
import io.clmaven.runtime.method.ewc.EwcObserver;
import io.clmaven.runtime.method.replay.ErAddedObserver;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.optimizer.Optimizers;
import io.clmaven.runtime.optimizer.tag.TagObserver;
import java.util.List;
import java.util.Map;

/**
 * The optimizer and the methods of a trajectory, chosen as the official code chooses them: by parts
 * of its option string.
 */
final class TrajectoryParts {

  private static final String SGD = "sgd";
  private static final double LEAST_RATE = 0.00005;

  private TrajectoryParts() {}

  /** Returns the optimizer. */
  static TrajectoryPart<Optimizer> optimizer(Trajectory trajectory) {
    return trajectory.hasOption("tag")
        ? TagObserver.part(trajectory)
        : TrajectoryPart.of(
            Optimizers.select(
                "{name: %s, learningRate: %s}"
                    .formatted(name(trajectory), trajectory.setting("lr"))));
  }

  private static String name(Trajectory trajectory) {
    Map<String, String> names = Map.of("rms", "rmsprop", "adagrad", "adagrad", "adam", "adam");
    return names.entrySet().stream()
        .filter(name -> trajectory.hasOption(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(SGD);
  }

  /** Returns the methods in the order in which an experiment lists them. */
  static List<TrajectoryPart<ContinualMethod>> methods(Trajectory trajectory) {
    if (trajectory.hasOption("ewc")) {
      return EwcObserver.of(trajectory);
    }
    if (trajectory.hasOption("agem")) {
      return AGemObserver.of(trajectory);
    }
    if (trajectory.hasOption("er")) {
      return List.of(ErAddedObserver.of(trajectory));
    }
    return isPlain(trajectory) && trajectory.config().has("gamma")
        ? List.of(stableSgd(trajectory.setting("gamma")))
        : List.of();
  }

  /** With any other rule the official code takes no notice of gamma. */
  private static boolean isPlain(Trajectory trajectory) {
    return !trajectory.hasOption("tag") && name(trajectory).equals(SGD);
  }

  private static TrajectoryPart<ContinualMethod> stableSgd(double decay) {
    return TrajectoryPart.of(
        new StableSgd(),
        new StableSgd.Parameters(decay, LEAST_RATE),
        method -> TrajectoryObserver.NONE);
  }
}
