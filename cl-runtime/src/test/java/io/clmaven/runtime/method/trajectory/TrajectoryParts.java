package io.clmaven.runtime.method.trajectory;

import static io.clmaven.runtime.replay.Reference.field;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.optimizer.Optimizers;
import io.clmaven.runtime.optimizer.tag.TagObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The optimizer and the methods of a trajectory, chosen as the official code chooses them: by parts
 * of its option string.
 */
final class TrajectoryParts {

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
        .orElse("sgd");
  }

  /** Returns the methods in the order in which an experiment lists them. */
  static List<TrajectoryPart<ContinualMethod>> methods(Trajectory trajectory) {
    List<TrajectoryPart<ContinualMethod>> methods = new ArrayList<>();
    if (trajectory.config().has("gamma")) {
      methods.add(
          TrajectoryPart.of(
              new StoredRate(trajectory), new Declaration.None(), m -> TrajectoryObserver.NONE));
    }
    return methods;
  }

  /** The learning rate that the file holds for each task. */
  private record StoredRate(Trajectory trajectory) implements ContinualMethod {

    @Override
    public Declaration declaration() {
      return new Declaration("stored", "Rate.", "made for tests", Declaration.None.class);
    }

    @Override
    public double learningRate(Task task, double proposed) {
      return field(trajectory.end(task.index()), "lr").doubleValue();
    }
  }
}
