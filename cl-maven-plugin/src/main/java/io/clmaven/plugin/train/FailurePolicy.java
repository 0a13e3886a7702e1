package io.clmaven.plugin.train;

import io.clmaven.plugin.fork.WorkerFailedException;

/** Which failures of a trial are an answer, so that its goal does not fail. */
public interface FailurePolicy {

  /** No failure is. */
  FailurePolicy FAIL = (trial, failure) -> false;

  /** Tells whether a failure is an answer; called once, right after it. */
  boolean isResult(Trial trial, WorkerFailedException failure);
}
