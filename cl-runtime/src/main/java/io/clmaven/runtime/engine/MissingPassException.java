package io.clmaven.runtime.engine;

/** Thrown when something is asked for that another pass has to come before. */
public final class MissingPassException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private MissingPassException(String message) {
    super(message);
  }

  /** Returns the exception for a backward pass that has no forward pass to go back through. */
  public static MissingPassException forward(int samples) {
    return new MissingPassException(
        "backward of %d samples needs a forward of the same batch before it".formatted(samples));
  }

  /** Returns the exception for derivatives that have no gradient to start from. */
  public static MissingPassException backward() {
    return new MissingPassException(
        "Cannot compute derivatives: there is no gradient of the last pass with the parameters in"
            + " use. Call 'forward' or 'repeat', then 'backward' before.");
  }
}
