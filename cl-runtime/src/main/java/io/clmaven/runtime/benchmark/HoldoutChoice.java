package io.clmaven.runtime.benchmark;

/** Which training images of a task are held out for validation. */
public enum HoldoutChoice {
  /** Images drawn by the seed. */
  RANDOM,
  /** The first ones after NumPy's shuffle. */
  NUMPY,
  /** The first ones in the order of the data set. */
  FIRST,
  /** The same share of the images of every class, drawn by the seed. */
  PER_CLASS;

  /** What the setting says. */
  static final String EFFECT =
      "Which training images of a task are held out: 'random' ones, the 'first' of the data set, the"
          + " first after 'numpy' shuffled them by the seed of the run, or the same share of every"
          + " class ('per-class').";
}
