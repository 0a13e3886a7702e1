package io.clmaven.runtime.engine.onednn;

/** A stage in the graph. Place 0 is the input of the network; this one counts from 1. */
final class Place {

  private final String name;
  private final Stage stage;
  private final int[] sources;
  private final boolean[] trained; // per source: whether parameters lie on the way to it
  private final Matrix[] gathered;

  /**
   * Makes a place.
   *
   * @param sources the places of its inputs
   * @param trained for each of them, whether it or one before it has parameters
   */
  Place(String name, Stage stage, int[] sources, boolean[] trained) {
    this.name = name;
    this.stage = stage;
    this.sources = sources;
    this.trained = trained;
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
    return sources[input];
  }

  /** Returns whether the gradient goes on to an input. */
  boolean trains(int input) {
    return trained[input];
  }

  /** Collects the values of its inputs. */
  Matrix[] gather(Matrix[] values) {
    for (int i = 0; i < sources.length; i++) {
      gathered[i] = values[sources[i]];
    }
    return gathered;
  }
}
