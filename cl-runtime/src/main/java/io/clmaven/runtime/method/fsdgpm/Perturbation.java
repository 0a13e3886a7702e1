package io.clmaven.runtime.method.fsdgpm;

/** Where weights are perturbed to. */
public enum Perturbation {
  /** Up the loss: flattening sharpness (FS). */
  UP(1),
  /** Down the loss: look-ahead (La). */
  DOWN(-1);

  private final int sign;

  Perturbation(int sign) {
    this.sign = sign;
  }

  /** Returns s. */
  int sign() {
    return sign;
  }
}
