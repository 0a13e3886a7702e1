package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.data.TrainingImages;

/** Which training images of a task are held out for validation. */
public enum HoldoutChoice {
  /** Images drawn by the seed. */
  RANDOM,
  /** The first ones after NumPy's shuffle. */
  NUMPY,
  /** The first ones in the order of the data set. */
  FIRST,
  /** The same share of the images of every class, drawn by the seed. */
  PER_CLASS {
    @Override
    int left(TrainingImages images, int classes, double share) {
      long left = (long) classes * Holdout.left(images.ofClass(), share);
      return (int) Math.min(images.all(), left);
    }
  };

  /** What the setting says. */
  static final String EFFECT =
      "Which training images of a task are held out: 'random' ones, the 'first' of the data set, the"
          + " first after 'numpy' shuffled them by the seed of the run, or the same share of every"
          + " class ('per-class').";

  /** Returns the largest number of images that a task of some classes has left to learn from. */
  int left(TrainingImages images, int classes, double share) {
    return Holdout.left(images.most(classes), share);
  }
}
