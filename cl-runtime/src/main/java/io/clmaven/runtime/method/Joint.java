package io.clmaven.runtime.method;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.component.Declaration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains on all tasks so far together: the upper bound that papers call joint or multi-task. At
 * task t the epochs run over the training examples of the tasks 0 to t, shuffled together, from the
 * parameters that task t-1 left; row t of the accuracy matrix is so the bound for a learner of t+1
 * tasks, and the last row the bound for the whole benchmark.
 */
public final class Joint implements ContinualMethod {

  private TaskStream tasks;

  @Override
  public Declaration declaration() {
    return new Declaration(
        "joint",
        "Trains on all tasks so far together: the upper bound.",
        "Baseline of all papers (also called multi-task)",
        Declaration.None.class);
  }

  @Override
  public void begin(MethodContext context) {
    tasks = context.tasks();
  }

  @Override
  public TrainingSet trainingSet(Task task, TrainingSet proposed) {
    List<Task> soFar = IntStream.rangeClosed(0, task.index()).mapToObj(tasks::task).toList();
    return new TrainingSet(soFar);
  }
}
