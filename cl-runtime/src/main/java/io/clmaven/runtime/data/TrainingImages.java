package io.clmaven.runtime.data;

/**
 * How many training images a data set has.
 *
 * @param all of all classes together
 * @param ofClass of the class that has most of them, or more where that is not known
 */
public record TrainingImages(int all, int ofClass) {

  /** Returns the numbers of a data set with as many images of each class. */
  static TrainingImages balanced(int classes, int ofClass) {
    return new TrainingImages(classes * ofClass, ofClass);
  }

  /** Returns the largest number of images that some of the classes have together. */
  public int most(int classes) {
    return (int) Math.min(all, (long) classes * ofClass);
  }
}
