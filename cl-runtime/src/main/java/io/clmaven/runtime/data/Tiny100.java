package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.TinyImageNetCut.Order;
import java.util.Optional;

/**
 * A stand-in for CIFAR-100 of the same shape: the first 100 classes in the order of {@code
 * wnids.txt} of Tiny ImageNet (half), each 2 x 2 pixels averaged to one; 250 training and 50 test
 * images for each class. Nobody publishes the archive; a mirror has to offer it.
 */
public final class Tiny100 extends TinyImageNetDataSet {

  private static final int TAKEN = 100;
  private static final int SIZE = 32;

  /** Makes the data set; nothing is read. */
  public Tiny100() {
    super(
        new Declaration(
            "tiny100-32",
            "100 classes of Tiny ImageNet: 25,000 training and 5,000 test images, RGB, 32 x 32;"
                + " from a mirror only.",
            "Le and Yang, CS231N course report, Stanford University, 2015; terms of ImageNet,"
                + " research only",
            Declaration.None.class),
        HALF,
        new TinyImageNetCut(Order.LISTED, TAKEN, SIDE, SIZE));
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(TrainingImages.balanced(TAKEN, 250));
  }
}
