package io.clmaven.runtime.engine.onednn;

/** A stage in the graph. Place 0 is the input of the network; this one counts from 1. */
final class Place {

  /**
   * Where an input comes from.
   *
   * @param place number of the place
   * @param trained whether it or one before it has parameters
   */
  record Source(int place, boolean trained) {}

  private final String name;
  private final Stage stage;
  private final boolean trained;
  private final Source[] sources;
  private final Matrix[] gathered;

  /**
   * Makes a place.
   *
   * @param trained whether it or one before it has parameters
   * @param sources of its inputs
   */
  Place(String name, Stage stage, boolean trained, Source... sources) {
    this.name = name;
    this.stage = stage;
    this.trained = trained;
    this.sources = sources;
    this.gathered = new Matrix[sources.length];
  }

  String name() {
    return name;
  }

  Stage stage() {
    return stage;
  }

  int inputs() {
    return sources.length;
  }

  int source(int input) {
    return sources[input].place();
  }

  /** Returns whether the gradient goes on to an input. */
  boolean trains(int input) {
    return sources[input].trained();
  }

  /** Returns whether the output depends on parameters. */
  boolean isTrained() {
    return trained;
  }

  /** Collects the values of its inputs. */
  Matrix[] gather(Matrix[] values) {
    return gather(values, gathered);
  }

  /** Collects the values of its inputs in an array of the caller. */
  Matrix[] gather(Matrix[] values, Matrix[] target) {
    for (int i = 0; i < sources.length; i++) {
      target[i] = values[sources[i].place()];
    }
    return target;
  }
}
