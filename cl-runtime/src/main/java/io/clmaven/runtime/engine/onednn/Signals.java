package io.clmaven.runtime.engine.onednn;

import java.util.Arrays;

/**
 * A value for each place of a graph that flows against the arrows: where a place feeds several
 * others, theirs add up.
 */
final class Signals implements AutoCloseable {

  private final Cpu cpu;
  private final Matrix[] at;
  private final Sum[] sums;

  Signals(Cpu cpu, int places) {
    this.cpu = cpu;
    this.at = new Matrix[places];
    this.sums = new Sum[places];
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
    if (sums[place] == null) {
      sums[place] = new Sum(cpu, signal.columns());
    }
    Destination target = isElsewhere(signal) ? sums[place].memory() : Destination.SOURCE;
    at[place] = sums[place].of(signal, at[place], target, rows);
  }

  /** Returns whether a stage that got the signal has passed it on as it was. */
  private boolean isElsewhere(Matrix signal) {
    for (Matrix other : at) {
      if (other == signal) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    for (Sum sum : sums) {
      if (sum != null) {
        sum.close();
      }
    }
  }

  /**
   * The sum of the signals of a place.
   *
   * @param memory of its own, for signals that others still read
   */
  private record Sum(Addition addition, Destination memory) implements AutoCloseable {

    Sum(Cpu cpu, int columns) {
      this(new Addition(cpu, columns), Destination.own(columns));
    }

    Matrix of(Matrix signal, Matrix others, Destination target, int rows) {
      Matrix result = target.of(signal, rows);
      if (result == others) { // the sum so far, in memory of its own
        addition.run(rows, others, signal, result);
      } else {
        addition.run(rows, signal, others, result);
      }
      return result;
    }

    @Override
    public void close() {
      addition.close();
      memory.close();
    }
  }
}
