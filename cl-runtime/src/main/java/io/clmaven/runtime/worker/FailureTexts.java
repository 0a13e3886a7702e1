package io.clmaven.runtime.worker;

/** What the worker says when a command fails. */
final class FailureTexts {

  private static final String LOG = " The stack trace is in the log of the worker.";

  private final String subject;
  private final MemoryLimits limits;

  FailureTexts(String subject, MemoryLimits limits) {
    this.subject = subject;
    this.limits = limits;
  }

  String heapFull() {
    return "Cannot continue %s: the Java heap is full (limit %s). Raise 'cl.fork.maxHeap'."
        .formatted(subject, MemoryLimits.mebibytes(limits.heapBytes()));
  }

  String offHeapFull() {
    return ("Cannot continue %s: the memory outside the Java heap is used up (limit %s, the whole"
            + " process %s). Raise 'cl.fork.maxOffHeap', or make batches or the model smaller.")
        .formatted(
            subject,
            MemoryLimits.mebibytes(limits.offHeapBytes()),
            MemoryLimits.mebibytes(limits.processBytes()));
  }

  String userCode(String user, Throwable thrown) {
    return "Cannot continue %s: '%s' of this project threw %s.%s"
        .formatted(subject, user, words(thrown), LOG);
  }

  String internal(Throwable thrown) {
    return "Cannot continue %s: internal error, %s.%s Report it with that trace."
        .formatted(subject, words(thrown), LOG);
  }

  static String unreadableRequest(String file, Throwable cause) {
    return "Cannot read request '%s': %s. The build writes this file; run the build again."
        .formatted(file, cause.getMessage());
  }

  static String usage(String given) {
    return "Cannot run '%s': the worker takes a command (plan, plan-sweeps, list, doctor or trial) and a file."
        .formatted(given);
  }

  private static String words(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return thrown.getMessage() == null ? name : "%s: %s".formatted(name, thrown.getMessage());
  }
}
