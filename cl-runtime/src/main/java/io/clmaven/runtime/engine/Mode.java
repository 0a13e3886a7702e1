package io.clmaven.runtime.engine;

/** How layers that differ between training and use behave. */
public enum Mode {
  /** Dropout draws, batch statistics are gathered. */
  TRAIN,
  /** Dropout passes everything through. */
  EVALUATE
}
