package io.clmaven.runtime.experiment.trial;

import java.util.List;

/** Hears what happens in a trial, in the thread that trains. */
public interface TrialListener {

  /**
   * A trial begins or goes on.
   *
   * @param experiment name
   * @param seed seed
   * @param tasks number of tasks
   * @param engine id of the engine that runs
   * @param backend ND4J backend
   * @param resumedAtStep step of the checkpoint it goes on from; 0 if it starts afresh
   */
  record Start(
      String experiment, long seed, int tasks, String engine, String backend, long resumedAtStep) {}

  /**
   * Where training is.
   *
   * @param task position of the task, from 0
   * @param epoch from 1
   * @param step steps of this epoch done
   * @param steps steps of this epoch in all
   * @param loss mean loss since the last such message
   * @param done share of the whole trial that is done, 0 to 1
   */
  record Progress(int task, int epoch, long step, long steps, double loss, double done) {}

  /** The trial begins or goes on. */
  default void started(Start start) {}

  /** A task begins: its position from 0, its name and the largest number of epochs. */
  default void taskStarted(int task, String name, int epochs) {}

  /** Training goes on; at most a few times per second. */
  default void progress(Progress progress) {}

  /** A checkpoint was written after that many steps of the trial. */
  default void checkpointed(long step) {}

  /** A task is learnt: its position and the accuracies on all tasks evaluated after it. */
  default void taskDone(int task, List<Double> accuracies) {}

  /** Something that the user should know. */
  default void warned(String message) {}
}
