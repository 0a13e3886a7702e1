package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.TinyImageNetCut.Order;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Tiny ImageNet: 100,000 training and 10,000 test images of 200 classes, RGB, 64 x 64.
 *
 * <p>Size and SHA-256 of the archive are those that users of it have recorded; its publisher gives
 * none, and we could not check them against the archive itself.
 */
public final class TinyImageNet extends TinyImageNetDataSet {

  private static final DataFile ARCHIVE =
      new DataFile(
          "tiny-imagenet-200/tiny-imagenet-200.zip",
          List.of(
              URI.create("http://cs231n.stanford.edu/tiny-imagenet-200.zip"),
              URI.create("https://cs231n.stanford.edu/tiny-imagenet-200.zip")),
          DataFile.Packing.NONE,
          "6198c8ae015e2b3e007c7841da39ec069199b9aa3bfa943a462022fe5e43c821",
          248_100_043);

  /** Makes the data set; nothing is read. */
  public TinyImageNet() {
    super(
        new Declaration(
            "tiny-imagenet-200",
            "Tiny ImageNet: 100,000 training and 10,000 test images, RGB, 64 x 64, 200 classes.",
            "Le and Yang, CS231N course report, Stanford University, 2015; terms of ImageNet,"
                + " research only",
            Declaration.None.class),
        ARCHIVE,
        new TinyImageNetCut(Order.ALPHABETICAL, CLASSES, SIDE, SIDE));
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(TrainingImages.balanced(CLASSES, 500));
  }
}
