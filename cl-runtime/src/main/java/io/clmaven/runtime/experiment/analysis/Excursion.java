package io.clmaven.runtime.experiment.analysis;

import io.clmaven.runtime.engine.FlatVector;

/** Moves the parameters of a network away from where they are, and back when it is closed. */
final class Excursion implements AutoCloseable {

  private final FlatVector parameters; // [P]
  private final float[] start; // [P]

  Excursion(FlatVector parameters) {
    this.parameters = parameters;
    this.start = parameters.pull().clone();
  }

  /** Returns the parameters [P] where the excursion began. */
  float[] start() {
    return start;
  }

  /** Goes {@code a} times a direction [P] away from the start. */
  void move(float a, float[] direction) {
    float[] values = parameters.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = start[i] + a * direction[i];
    }
  }

  /** Goes away from the start in the plane of two directions [P]. */
  void move(float a, float[] first, float b, float[] second) {
    float[] values = parameters.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = start[i] + a * first[i] + b * second[i];
    }
  }

  /** Brings the parameters back, bit for bit. */
  @Override
  public void close() {
    System.arraycopy(start, 0, parameters.values(), 0, start.length);
  }
}
