package io.clmaven.runtime.optimizer.tag;

/** What the cosine to a first moment is that is zero all over its tensor. */
public enum ZeroMoment {
  /** Not a number, as the official code's 0 / 0: the trial ends with a message. */
  NAN,
  /** 0, so that the weight is 1. */
  ORTHOGONAL
}
