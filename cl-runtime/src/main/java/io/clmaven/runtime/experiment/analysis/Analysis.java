package io.clmaven.runtime.experiment.analysis;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.state.Stateful;

/**
 * Measures something about a network between its tasks. It may move the parameters while it
 * measures, but leaves parameters and running statistics as it found them, bit for bit, and draws
 * from its own stream only: a trial learns the same with it and without it. What it has measured is
 * its state, so that a trial that goes on after a kill ends with the same result.
 */
public interface Analysis extends Component, Stateful {

  /** Called once, before the first task. */
  void begin(AnalysisContext context);

  /**
   * Measures; called after each task, when the network and the methods are done with it.
   *
   * @param task the task that was learnt
   * @param probes measure the loss
   */
  void afterTask(Task task, LossProbes probes);

  /**
   * Returns what was measured, after the last task: {@code analysis/<name>.json} in the directory
   * of the trial.
   */
  Record result();
}
