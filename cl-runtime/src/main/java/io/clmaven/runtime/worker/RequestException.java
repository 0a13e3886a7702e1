package io.clmaven.runtime.worker;

/** Thrown when the worker was started in a way it does not understand. */
final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RequestException(String message) {
    super(message);
  }
}
