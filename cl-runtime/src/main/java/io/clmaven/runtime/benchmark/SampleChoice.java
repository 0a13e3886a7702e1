package io.clmaven.runtime.benchmark;

/** Which of the training images that are left after validation are learnt from. */
public enum SampleChoice {
  /** Images drawn by the seed. */
  RANDOM,
  /** The first ones after {@code torch.randperm}, one draw per task in order. */
  TORCH,
  /** The first ones in the order that the hold-out left. */
  FIRST
}
