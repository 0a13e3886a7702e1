package io.clmaven.runtime.benchmark;

import java.util.List;

/** The tasks of a benchmark for one seed. Inputs of a task are made when it is asked for. */
public interface TaskStream {

  /** Returns the number of tasks T. */
  int size();

  /** Returns a task; equal content at every call. */
  Task task(int index);

  /** Returns the shape of one input: [D] or [C, H, W]. */
  List<Integer> inputShape();

  /** Returns the number of outputs of all heads together. */
  int outputs();
}
