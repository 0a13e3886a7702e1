package io.clmaven.runtime.benchmark;

import java.util.List;

/**
 * A stream whose tasks are known from the start; only their inputs are made later.
 *
 * @param tasks in order
 * @param inputShape shape of one input
 * @param outputs number of outputs of all heads together
 */
record FixedTaskStream(List<Task> tasks, List<Integer> inputShape, int outputs)
    implements TaskStream {

  FixedTaskStream {
    tasks = List.copyOf(tasks);
    inputShape = List.copyOf(inputShape);
  }

  @Override
  public int size() {
    return tasks.size();
  }

  @Override
  public Task task(int index) {
    return tasks.get(index);
  }
}
