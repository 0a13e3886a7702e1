package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.Stateful;
import java.util.Optional;

/** An update rule. One object serves one trial. */
public interface Optimizer extends Component, Stateful {

  /**
   * Prepares for a network.
   *
   * @param parameters instance of the declared parameter record
   * @param layout segments of the flat vector
   * @param random streams of the trial, for rules that draw noise
   */
  void begin(Record parameters, ParameterLayout layout, RandomStreams random);

  /** Called before each task: official codes make a new optimizer there. */
  void beginTask();

  /**
   * Called within a task when a schedule wants what official codes do there: a new optimizer. The
   * moments of one begin with zeros, whatever their {@link Lifetime}; what a rule keeps of each
   * task stays.
   */
  default void restart() {
    beginTask();
  }

  /** Called before each epoch of a task. */
  default void beginEpoch() {}

  /** Changes the parameters [P] by one step along the gradient [P]; it may change both. */
  void update(FlatVector parameters, FlatVector gradient);

  /** Returns the learning rate in force. */
  double learningRate();

  /**
   * Sets the learning rate, for schedules and methods; it is saved with the state, and {@link
   * #beginTask} sets it back.
   */
  void learningRate(double rate);

  /**
   * Returns what a user can change, as a sentence, if parameters stopped being numbers for a reason
   * that this rule knows.
   */
  default Optional<String> remedy() {
    return Optional.empty();
  }

  /** Returns what the trial tells about this rule beside accuracies, for the report. */
  default Diagnostics diagnostics() {
    return Diagnostics.NONE;
  }
}
