package io.clmaven.runtime.experiment.trial;

/** Thrown when the loss or a parameter is no longer a number; the message says what to try. */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DivergedException(String message) {
    super(message);
  }
}
