package io.clmaven.runtime.method;

import io.clmaven.runtime.benchmark.Task;
import java.util.List;

/**
 * What a task's epochs run over: the training examples of one or several tasks, shuffled together.
 * A batch holds examples of tasks with the same outputs only.
 *
 * @param tasks in order
 */
public record TrainingSet(List<Task> tasks) {

  public TrainingSet {
    tasks = List.copyOf(tasks);
  }
}
