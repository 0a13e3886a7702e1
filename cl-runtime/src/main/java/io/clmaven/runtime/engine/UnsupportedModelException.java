package io.clmaven.runtime.engine;

/** Thrown when an engine cannot express a layer; the message names the layer and the engine. */
public final class UnsupportedModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnsupportedModelException(String message) {
    super(message);
  }

  public UnsupportedModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
