package io.clmaven.runtime.experiment.trial;

/** Thrown when the parts of an experiment do not fit together; the message says what to change. */
public final class IllegalTrialException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IllegalTrialException(String message) {
    super(message);
  }
}
