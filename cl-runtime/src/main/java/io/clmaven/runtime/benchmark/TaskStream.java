package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.engine.OutputRange;
import java.util.List;
import java.util.stream.IntStream;

/** The tasks of a benchmark for one seed. Inputs of a task are made when it is asked for. */
public interface TaskStream {

  /** Returns the number of tasks T. */
  int size();

  /** Returns a task; equal content at every call. */
  Task task(int index);

  /** Returns the shape of one input: [D] or [C, H, W]. */
  List<Integer> inputShape();

  /** Returns the outputs of each task, in order. */
  default List<OutputRange> heads() {
    return IntStream.range(0, size()).mapToObj(i -> task(i).outputs()).toList();
  }

  /** Returns the number of outputs of all heads together. */
  int outputs();
}
