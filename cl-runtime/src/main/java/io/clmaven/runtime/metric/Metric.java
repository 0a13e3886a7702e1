package io.clmaven.runtime.metric;

import java.util.OptionalDouble;

/**
 * A number computed from an accuracy matrix A: A(i, j) is the accuracy on task j after learning
 * task i, tasks 0 to T-1. Stateless.
 */
public interface Metric {

  /** Which values are good. */
  enum Better {
    HIGHER,
    LOWER
  }

  /** Returns the stable id, for example {@code bwt}. */
  String id();

  /** Returns the version of the definition; it changes when the same matrix gives another value. */
  default int version() {
    return 1;
  }

  /** Returns one line that says what the metric tells. */
  String summary();

  /** Returns the formula, in one line of text. */
  String formula();

  /** Returns the paper or code that defines it. */
  String source();

  /** Returns which values are good. */
  Better better();

  /**
   * Computes the value as a fraction.
   *
   * @return empty where the metric is undefined: too few tasks, or an accuracy that it needs was
   *     not measured
   */
  OptionalDouble compute(AccuracyMatrix a);
}
