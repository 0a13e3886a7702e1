package io.clmaven.plugin.data;

import io.clmaven.plugin.config.IoCause;

/** A source did not deliver a file; the next one may. */
final class SourceException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  enum Kind {
    /** May work at the next try: a busy server, a lost connection. */
    TRANSIENT,
    /** Will not work at the next try: no such file, no permission. */
    PERMANENT,
    /** It delivered something else. */
    DAMAGED
  }

  static final String FULL_DISK = "No space left on device";

  private final Kind kind;

  SourceException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  SourceException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Returns whether not the source but our own disk is the problem. */
  boolean isFullDisk() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Exception e && IoCause.isFullDisk(e)) {
        return true;
      }
    }
    return false;
  }

  Kind kind() {
    return kind;
  }
}
