package io.clmaven.runtime.worker.protocol;

import java.util.Arrays;

/** How a worker ends. */
public enum ExitCode {
  DONE(0, "done"),
  CONFIGURATION(2, "wrong configuration"),
  DATA(3, "missing or damaged data"),
  OUT_OF_MEMORY(4, "out of memory"),
  DIVERGED(5, "training diverged"),
  USER_CODE(6, "error in code of the project"),
  STORAGE(7, "results could not be written"),
  INTERNAL(70, "internal error"),
  PARENT_GONE(97, "the build that started it is gone"),
  UNKNOWN(-1, "unknown exit code");

  private final int code;
  private final String words;

  ExitCode(int code, String words) {
    this.code = code;
    this.words = words;
  }

  /** Returns the exit status of the process. */
  public int code() {
    return code;
  }

  /** Returns the meaning in words. */
  public String words() {
    return words;
  }

  /** Returns the constant of an exit status; {@link #UNKNOWN} for any other. */
  public static ExitCode of(int code) {
    return Arrays.stream(values()).filter(e -> e.code == code).findFirst().orElse(UNKNOWN);
  }
}
