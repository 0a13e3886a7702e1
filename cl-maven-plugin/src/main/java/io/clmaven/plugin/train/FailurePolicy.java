package io.clmaven.plugin.train;

import io.clmaven.plugin.fork.WorkerFailedException;

/** Which divergences of a trial are an answer, so that its goal does not fail. */
public interface FailurePolicy {

  /** None is. */
  FailurePolicy FAIL = (trial, failure) -> false;

  /** Tells whether a failure is a divergence that is an answer; called once, right after it. */
  boolean isResult(Trial trial, WorkerFailedException failure);
}
