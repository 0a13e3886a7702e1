package io.clmaven.runtime.experiment.trial;

/** Thrown when a trial ended because of a {@link StopRequest}; its checkpoint is written. */
public final class TrialStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TrialStoppedException(String message) {
    super(message);
  }
}
