package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.TinyImageNetCut.Order;
import java.util.Optional;

/**
 * A stand-in for Tiny ImageNet with half of its training images: 250 for each of the 200 classes
 * and the whole validation part. Nobody publishes the archive; a mirror has to offer it.
 */
public final class TinyImageNetHalf extends TinyImageNetDataSet {

  /** Makes the data set; nothing is read. */
  public TinyImageNetHalf() {
    super(
        new Declaration(
            "tiny-imagenet-200-half",
            "Half of Tiny ImageNet: 50,000 training and 10,000 test images, RGB, 64 x 64, 200"
                + " classes; from a mirror only.",
            "Le and Yang, CS231N course report, Stanford University, 2015; terms of ImageNet,"
                + " research only",
            Declaration.None.class),
        HALF,
        new TinyImageNetCut(Order.ALPHABETICAL, CLASSES, SIDE, SIDE));
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(TrainingImages.balanced(CLASSES, 250));
  }
}
