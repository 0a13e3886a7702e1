package io.clmaven.runtime.experiment.analysis;

import io.clmaven.runtime.benchmark.Task;

/** Makes {@link LossProbe}s. */
@FunctionalInterface
public interface LossProbes {

  /**
   * Copies training examples of a task into batches, to be measured again and again.
   *
   * @param examples which of the task's training examples
   * @return valid until the next call
   */
  LossProbe on(Task task, int[] examples);
}
