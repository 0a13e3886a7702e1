package io.clmaven.plugin.config;

/**
 * The machinery or the machine failed: a worker died, a disk is full, a host does not answer. The
 * message is complete for the user; goals turn it into an execution error.
 */
public final class EnvironmentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EnvironmentException(String message) {
    super(message);
  }

  public EnvironmentException(String message, Throwable cause) {
    super(message, cause);
  }
}
