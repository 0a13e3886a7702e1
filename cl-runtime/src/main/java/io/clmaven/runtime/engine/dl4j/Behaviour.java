package io.clmaven.runtime.engine.dl4j;

/** How layers that differ between passes behave. */
enum Behaviour {
  /** Dropout draws, running statistics move. */
  TRAIN,
  /** Dropout draws, running statistics stay as they are. */
  REPEAT,
  /** Dropout passes everything through, running statistics are used. */
  EVALUATE
}
