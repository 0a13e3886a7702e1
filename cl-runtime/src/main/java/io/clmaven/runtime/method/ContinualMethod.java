package io.clmaven.runtime.method;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.state.Stateful;
import java.util.EnumSet;
import java.util.Set;

/**
 * A continual-learning method: hooks on the training loop, all optional. One object serves one
 * trial. Several methods of one experiment are called in the order in which it lists them.
 *
 * <p>After a resume inside a task {@link #begin} and {@link #load} are called, but not {@link
 * #beforeTask}: {@code load} brings back everything, also what the method had set in the network.
 */
public interface ContinualMethod extends Component, Stateful {

  /** Returns the scenarios that the method can handle; all of them by default. */
  default Set<Scenario> scenarios() {
    return EnumSet.allOf(Scenario.class);
  }

  /**
   * Checks parameters against the network and the scenario that they would work on, before anything
   * is run. The checks that need neither belong into the constructor of the parameter record.
   *
   * @throws IllegalArgumentException if they do not fit; the message says why and what to do
   */
  default void validate(Record parameters, ParameterLayout layout, Scenario scenario) {}

  /** Called once, before the first task. */
  default void begin(MethodContext context) {}

  /** Returns what is trained on at a task; {@code joint} adds the tasks before it. */
  default TrainingSet trainingSet(Task task, TrainingSet proposed) {
    return proposed;
  }

  /**
   * Returns the learning rate with which a task begins.
   *
   * @param proposed the optimizer's, or that of the method before
   */
  default double learningRate(Task task, double proposed) {
    return proposed;
  }

  /** Called before the first step of a task; with several passes at each visit. */
  default void beforeTask(Task task) {}

  /** Replaces or extends the batch about to be trained on, as replay methods do. */
  default Batch compose(Batch incoming) {
    return incoming;
  }

  /** Changes the gradient on the heap, {@link StepContext#gradient()}, before the update. */
  default void adjustGradient(StepContext step) {}

  /** Called after the update. */
  default void afterStep(StepContext step) {}

  /** Called when a schedule has divided the learning rate by {@code factor}, between two epochs. */
  default void rateDecayed(double factor) {}

  /** Called after the last step of a task, before its evaluation; with several passes each time. */
  default void afterTask(Task task) {}

  /** Returns what the trial tells about this method beside accuracies, for the report. */
  default Diagnostics diagnostics() {
    return Diagnostics.NONE;
  }
}
