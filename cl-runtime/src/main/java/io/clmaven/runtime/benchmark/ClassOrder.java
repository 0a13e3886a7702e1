package io.clmaven.runtime.benchmark;

/** Which classes make the first task, the second, and so on. */
public enum ClassOrder {
  /** The order of their labels. */
  LABELS,
  /** An order drawn by the seed. */
  RANDOM
}
