package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import java.util.List;

/** A stream of tasks whose batches are at hand. */
record GivenTasks(List<Task> tasks, int outputs) implements TaskStream {

  @Override
  public int size() {
    return tasks.size();
  }

  @Override
  public Task task(int index) {
    return tasks.get(index);
  }

  @Override
  public List<Integer> inputShape() {
    return tasks.get(0).train().shape();
  }
}
