package io.clmaven.runtime.engine;

/** Thrown when a batch has one value per channel and the statistics of the batch are asked for. */
public final class SingleValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Makes the exception for a layer. */
  public SingleValueException(String layer) {
    super(
        "Cannot normalise layer '%s': a batch of one sample has one value per channel."
                .formatted(layer)
            + " Choose a batch size that leaves no single sample over.");
  }
}
