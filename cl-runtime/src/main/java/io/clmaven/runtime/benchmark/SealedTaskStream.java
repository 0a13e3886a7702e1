package io.clmaven.runtime.benchmark;

import java.util.List;

/**
 * A stream whose test examples cannot be reached: in every task the examples held out for
 * validation stand in their place. Whoever has only this stream cannot choose by the test set.
 */
public final class SealedTaskStream implements TaskStream {

  private final TaskStream stream;

  /** Seals a stream. */
  public SealedTaskStream(TaskStream stream) {
    this.stream = stream;
  }

  @Override
  public int size() {
    return stream.size();
  }

  @Override
  public Task task(int index) {
    return stream.task(index).sealed();
  }

  @Override
  public List<Integer> inputShape() {
    return stream.inputShape();
  }

  @Override
  public int outputs() {
    return stream.outputs();
  }
}
