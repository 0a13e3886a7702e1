package io.clmaven.runtime.engine;

/**
 * The outputs of the network that take part in a loss or a prediction: one head of a multi-head
 * network, or all outputs. Labels count from {@code from}.
 *
 * @param from first output
 * @param to one past the last output
 */
public record OutputRange(int from, int to) {

  public OutputRange {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("empty output range %d..%d".formatted(from, to));
    }
  }

  /** Returns how many outputs the range holds. */
  public int size() {
    return to - from;
  }
}
