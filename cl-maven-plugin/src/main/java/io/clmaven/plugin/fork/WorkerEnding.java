package io.clmaven.plugin.fork;

import io.clmaven.runtime.worker.protocol.ExitCode;
import java.time.Duration;

/** How a worker came to its end. */
sealed interface WorkerEnding {

  /** Returns the cause in words, as the middle of a sentence. */
  String words();

  /** Returns what the user can do about it: one sentence. */
  String advice();

  /** Returns the exit code as far as it has a meaning. */
  default ExitCode code() {
    return ExitCode.UNKNOWN;
  }

  /** It ended by itself or by a signal. */
  record Exited(int status) implements WorkerEnding {

    private static final int SIGNALS = 128;

    @Override
    public ExitCode code() {
      return ExitCode.of(status);
    }

    @Override
    public String words() {
      return switch (status) {
        case 0 -> "the worker ended without saying goodbye (exit code 0)";
        case SIGNALS + 9 ->
            "the worker was killed by the system, most likely out of memory (exit code 137)";
        case SIGNALS + 6 -> "the JVM of the worker aborted (exit code 134)";
        case SIGNALS + 11 -> "the worker crashed in native code (exit code 139)";
        case SIGNALS + 15 -> "the worker was terminated from outside (exit code 143)";
        default ->
            code() == ExitCode.UNKNOWN
                ? "the worker ended with exit code %d".formatted(status)
                : "the worker ended with exit code %d (%s)".formatted(status, code().words());
      };
    }

    @Override
    public String advice() {
      return switch (status) {
        case 0 -> "Look for System.exit in the code of the project.";
        case 4 -> "Raise cl.fork.maxHeap or cl.fork.maxOffHeap, or use smaller batches.";
        case SIGNALS + 9 ->
            "Run fewer trials at a time (cl.parallel) or lower cl.fork.maxHeap and"
                + " cl.fork.maxOffHeap.";
        default -> "Read its output below.";
      };
    }
  }

  /** It was stopped because it gave no sign of life. */
  record Silent(Duration limit) implements WorkerEnding {

    @Override
    public String words() {
      return "the worker gave no sign of life for %ds and was stopped".formatted(limit.toSeconds());
    }

    @Override
    public String advice() {
      return "Look at the thread dump in the output, or raise cl.fork.heartbeatTimeout.";
    }
  }

  /** It was stopped because it took too long. */
  record TimedOut(Duration limit) implements WorkerEnding {

    @Override
    public String words() {
      return "the worker took longer than %ds and was stopped".formatted(limit.toSeconds());
    }

    @Override
    public String advice() {
      return "Raise cl.fork.timeout.";
    }
  }

  /** It was stopped because it speaks another version of the protocol. */
  record Misunderstood(int theirs, int ours, String runtime) implements WorkerEnding {

    @Override
    public String words() {
      return "cl-runtime %s speaks protocol %d, the plugin speaks protocol %d"
          .formatted(runtime, theirs, ours);
    }

    @Override
    public String advice() {
      return "Use the same version of cl-runtime and cl-maven-plugin.";
    }
  }
}
