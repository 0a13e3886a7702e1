package io.clmaven.runtime.engine;

/** How layers that differ between training and use behave. */
public enum Mode {
  /** Dropout draws, running statistics move. */
  TRAIN,
  /** Dropout passes everything through, running statistics are used and stay as they are. */
  EVALUATE
}
