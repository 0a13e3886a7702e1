package io.clmaven.runtime.worker;

import io.clmaven.runtime.worker.protocol.ExitCode;
import java.util.Optional;

/**
 * Why a command ended without success.
 *
 * @param code how the worker ends
 * @param message complete for the user
 * @param trace stack trace for the log, where it helps to find a bug
 */
record Failure(ExitCode code, String message, Optional<Throwable> trace) {

  static Failure of(ExitCode code, String message) {
    return new Failure(code, message, Optional.empty());
  }
}
