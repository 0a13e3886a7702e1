package io.clmaven.runtime.benchmark;

/** Which classes make the first task, the second, and so on. */
public enum ClassOrder {
  /** The order of their labels. */
  LABELS,
  /** An order drawn by the seed. */
  RANDOM,
  /** The labels after {@code random.seed(seed); random.shuffle(labels)} in Python. */
  PYTHON;

  /** What the setting says. */
  static final String EFFECT =
      "'labels' takes classes in the order of their labels, 'random' draws it, 'python' shuffles the"
          + " labels as Python does by the seed of the run.";
}
