package io.clmaven.runtime.optimizer;

/** What settings that several update rules have are good for. */
final class Effects {

  static final String FIRST = "Share of the gradients so far that goes on.";
  static final String SECOND = "Share of the squared gradients so far that goes on.";
  static final String EPSILON = "What is added to the root.";
  static final String WEIGHT_DECAY = "Factor of the parameters that is added to the gradient.";

  static final String LIFETIME =
      "Whether the moments live for the whole stream, or for one task as if each had an optimizer of"
          + " its own.";

  private Effects() {}
}
