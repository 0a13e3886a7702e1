package io.clmaven.runtime.benchmark;

/** Inputs whose values are brought into another order: value k is value {@code permutation[k]}. */
final class PermutedInputs implements Inputs {

  private final Inputs ordered;
  private final int[] permutation;
  private final float[] scratch;

  PermutedInputs(Inputs ordered, int[] permutation) {
    this.ordered = ordered;
    this.permutation = permutation;
    this.scratch = new float[permutation.length];
  }

  @Override
  public void fill(byte[] image, float[] target, int offset) {
    ordered.fill(image, scratch, 0);
    for (int k = 0; k < permutation.length; k++) {
      target[offset + k] = scratch[permutation[k]];
    }
  }
}
