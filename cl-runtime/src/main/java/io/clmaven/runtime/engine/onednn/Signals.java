package io.clmaven.runtime.engine.onednn;

import java.util.Arrays;

/**
 * A value for each place of a graph that flows against the arrows: where a place feeds several
 * others, theirs add up.
 */
final class Signals implements AutoCloseable {

  private final Matrix[] at;
  private final Matrix[] sums;

  Signals(int places) {
    at = new Matrix[places];
    sums = new Matrix[places];
  }

  void clear() {
    Arrays.fill(at, null);
  }

  /** Returns whether anything has arrived. */
  boolean has(int place) {
    return at[place] != null;
  }

  Matrix of(int place) {
    return at[place];
  }

  void add(int place, Matrix signal, int rows) {
    if (at[place] == null) {
      at[place] = signal;
      return;
    }
    Matrix sum = sums[place];
    if (sum == null) {
      sum = Matrix.empty(signal.columns());
      sums[place] = sum;
    }
    if (at[place] != sum) { // the first signal belongs to its stage
      sum.reserve(rows);
      sum.copy(at[place], rows);
    }
    sum.add(signal, rows);
    at[place] = sum;
  }

  @Override
  public void close() {
    for (Matrix sum : sums) {
      if (sum != null) {
        sum.close();
      }
    }
  }
}
