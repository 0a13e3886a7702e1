package io.clmaven.runtime.optimizer.tag;

/** The settings that all flavours of TAG have. */
sealed interface TagSettings
    permits TagAdagrad.Parameters, TagAdam.Parameters, TagRmsProp.Parameters {

  /** Returns the step size. */
  double learningRate();

  /** Returns how much the similarity of tasks matters. */
  double b();

  /** Returns the share of the gradients so far that goes on. */
  double beta1();

  /** Returns what is added to the root. */
  double epsilon();

  /** Returns what the similarity is where all gradients of a tensor were zero. */
  ZeroMoment zeroMoment();
}
