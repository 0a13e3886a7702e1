package io.clmaven.runtime.engine;

/** A layer of a model specification: engine-neutral, without memory. */
public sealed interface Layer {

  /**
   * Fully connected: y = x W^T + b, W [out, in].
   *
   * @param outputs number of outputs
   * @param bias whether there is a b; it starts with the same law as the weights
   * @param initialization how W and b start
   */
  record Linear(int outputs, boolean bias, Initialization initialization) implements Layer {}

  /** max(x, 0). */
  record Relu() implements Layer {}

  /**
   * Element-wise dropout: in training an element is zero with the given probability, the others are
   * divided by 1 - p.
   */
  record Dropout(double probability) implements Layer {}

  /** Turns [C, H, W] into [C*H*W], channel slowest. */
  record Flatten() implements Layer {}
}
