package io.clmaven.runtime.benchmark;

import java.util.List;

/** How images smaller than the input are brought to its size. */
public enum Fit {
  /** They lie in the middle of a black frame. */
  FRAME,
  /** They are enlarged as PIL does it with its bilinear filter. */
  BILINEAR;

  /** What the setting says. */
  static final String EFFECT =
      "How images smaller than the input are brought to its size: in a black 'frame', or enlarged by"
          + " 'bilinear' interpolation; 'frame' if not set.";

  /**
   * Makes inputs.
   *
   * @param from [C, H, W] of the image: as many channels as {@code to} or one, not higher or wider
   * @param to [C', H', W'] of an input
   * @param fitted makes inputs of images that fit
   */
  Inputs inputs(List<Integer> from, List<Integer> to, Inputs fitted) {
    return this == FRAME
        ? new FramedInputs(from, to, fitted)
        : new EnlargedInputs(from, to, fitted);
  }
}
