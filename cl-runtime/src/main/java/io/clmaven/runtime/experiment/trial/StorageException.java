package io.clmaven.runtime.experiment.trial;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Thrown when results, events or checkpoints cannot be written; the message says what to do. */
public final class StorageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StorageException(String message, IOException cause) {
    super(message, cause);
  }

  /** Returns the exception for a file that could not be written. */
  public static StorageException writing(Path file, IOException cause) {
    return new StorageException(
        "Cannot write '%s': %s. Free space or correct the permissions, then run the build again; it"
                .formatted(file, reason(cause))
            + " goes on from the last checkpoint.",
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
