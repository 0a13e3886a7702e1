package io.clmaven.runtime.experiment.analysis;

/** Measures the loss of the network, as it is now, on the same examples every time. */
@FunctionalInterface
public interface LossProbe {

  /** Returns the mean loss over the examples, in mode {@code EVALUATE}. */
  double loss();
}
