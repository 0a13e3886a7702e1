package io.clmaven.plugin.config;

/**
 * The user's project does not meet what was asked: a bad parameter, an invalid experiment, two
 * backends. The message is complete for the user; goals turn it into a failure without a stack
 * trace.
 */
public final class ProjectException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ProjectException(String message) {
    super(message);
  }
}
