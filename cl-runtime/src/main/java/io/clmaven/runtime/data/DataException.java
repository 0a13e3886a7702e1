package io.clmaven.runtime.data;

/** A problem with data files that the user can solve; the message is complete for the user. */
public final class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
