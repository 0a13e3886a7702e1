package io.clmaven.runtime.method.trajectory;

import static io.clmaven.runtime.replay.Reference.field;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.optimizer.Sgd;
import java.util.ArrayList;
import java.util.List;

/**
 * The optimizer and the methods of a trajectory, chosen as the official code chooses them: by parts
 * of its option string.
 */
final class TrajectoryParts {

  private TrajectoryParts() {}

  /** Returns the optimizer. */
  static TrajectoryPart<Optimizer> optimizer(Trajectory trajectory) {
    double rate = trajectory.setting("lr");
    return TrajectoryPart.of(
        new Sgd(), new Sgd.Parameters(rate, 0, false, 0), sgd -> TrajectoryObserver.NONE);
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
