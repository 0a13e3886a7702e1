package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import java.util.Optional;

/**
 * notMNIST, the small archive. GPM and HAT use a random tenth for the test; here it is every tenth
 * image, the first one included, in the order of letters and file names: 16,851 training and 1,873
 * test images. The data of HAT have two black images labelled A for the two that are not readable.
 */
public final class NotMnist extends NotMnistDataSet {

  /** Makes the data set; nothing is read. */
  public NotMnist() {
    this(ARCHIVE);
  }

  /** Makes the data set of another archive of the same form. */
  NotMnist(DataFile archive) {
    super(
        new Declaration(
            "notmnist",
            "Letters A to J in many fonts: 16,851 training and 1,873 test images, grey, 28 x 28,"
                + " 10 classes.",
            "Bulatov, notMNIST dataset, 2011; no licence stated",
            Declaration.None.class),
        archive,
        NotMnistCut.EVERY_TENTH);
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(new TrainingImages(16_851, 16_851));
  }
}
