package io.clmaven.runtime.engine.onednn;

/** A way through the network: how many samples, and how the layers behave. */
final class Pass {

  private final RandomBits bits;
  private int rows;
  private boolean training;
  private boolean moving;
  private boolean projecting = true;
  private long seed;

  /** Makes passes that decide by chance. */
  Pass() {
    this(new SplitMix());
  }

  /** Makes passes whose random decisions follow from given bits. */
  Pass(RandomBits bits) {
    this.bits = bits;
  }

  /** Starts a pass in training mode. */
  void train(int rows, long seed) {
    set(rows, true, true, seed);
  }

  /** Starts a pass in training mode that leaves running statistics as they are. */
  void repeat(int rows, long seed) {
    set(rows, true, false, seed);
  }

  /** Starts a pass in evaluation mode. */
  void evaluate(int rows) {
    set(rows, false, false, 0);
  }

  /** Ends the pass: there is nothing to go back on. */
  void end() {
    set(0, false, false, 0);
  }

  /** Leaves the gradients of weights as they are, until {@link #project}. */
  void lift() {
    projecting = false;
  }

  /** Projects the gradients of weights again. */
  void project() {
    projecting = true;
  }

  /** Returns the projection that a stage applies on this way, of the one that it has. */
  Projection applied(Projection projection) {
    return projecting ? projection : Projection.NONE;
  }

  private void set(int rows, boolean training, boolean moving, long seed) {
    this.rows = rows;
    this.training = training;
    this.moving = moving;
    this.seed = seed;
  }

  /** Returns the number of samples N. */
  int rows() {
    return rows;
  }

  /** Returns whether dropout draws and batches are normalised by their own statistics. */
  boolean training() {
    return training;
  }

  /** Returns whether running statistics take in this batch. */
  boolean moving() {
    return moving;
  }

  /** Returns where random decisions come from. */
  RandomBits bits() {
    return bits;
  }

  /** Returns what all random decisions of the pass follow from. */
  long seed() {
    return seed;
  }
}
