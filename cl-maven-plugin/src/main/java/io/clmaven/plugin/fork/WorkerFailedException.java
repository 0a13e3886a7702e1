package io.clmaven.plugin.fork;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.worker.protocol.ExitCode;

/** A worker did not do its work; the message is complete for the user. */
public final class WorkerFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  WorkerFailedException(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  /** Returns how the worker ended. */
  public ExitCode code() {
    return code;
  }

  /** Returns whether the project, not the machinery, has to be changed. */
  public boolean isProjectsFault() {
    return switch (code) {
      case CONFIGURATION, DATA, DIVERGED, USER_CODE -> true;
      default -> false;
    };
  }

  /** Returns the exception that a goal ends with. */
  public RuntimeException forGoal() {
    return isProjectsFault()
        ? new ProjectException(getMessage())
        : new EnvironmentException(getMessage(), this);
  }
}
