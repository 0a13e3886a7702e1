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
    at[place] = sums[place].of(at[place], signal, rows);
  }

  @Override
  public void close() {
    for (Sum sum : sums) {
      if (sum != null) {
        sum.close();
      }
    }
  }

  /** Memory of its own: the signals that add up belong to the stages that sent them. */
  private static final class Sum implements AutoCloseable {

    private final Addition addition;
    private final Matrix values;

    Sum(Cpu cpu, int columns) {
      this.addition = new Addition(cpu, columns);
      this.values = Matrix.empty(columns);
    }

    /** Adds; one of the summands may be the last sum. */
    Matrix of(Matrix one, Matrix other, int rows) {
      values.reserve(rows);
      addition.run(rows, one, other, values);
      return values;
    }

    @Override
    public void close() {
      addition.close();
      values.close();
    }
  }
}
