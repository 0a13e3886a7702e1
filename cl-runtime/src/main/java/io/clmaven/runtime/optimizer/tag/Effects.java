package io.clmaven.runtime.optimizer.tag;

/** What settings that several flavours of TAG have are good for. */
final class Effects {

  static final String SHARPNESS =
      "How much the similarity of tasks matters; at 0 all tasks weigh the same.";

  static final String FIRST = "Share of the gradients so far that goes on, for the similarity.";
  static final String SECOND = "Share of the squared gradients so far that goes on.";
  static final String EPSILON = "What is added to the root.";

  static final String ZERO_MOMENT =
      "What the similarity is where all gradients of a tensor were zero: nan as in the official"
          + " code, which ends the trial, or orthogonal, which goes on with weight 1.";

  private Effects() {}
}
