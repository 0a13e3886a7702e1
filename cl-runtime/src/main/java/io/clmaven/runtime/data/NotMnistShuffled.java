package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import java.util.Optional;

/**
 * notMNIST, the small archive, as TAG (Malviya, Ravindran and Chandar, CoLLAs 2022) divides it: of
 * the images in the order of letters and of the archive, the first tenth after {@code
 * numpy.random.seed(0); numpy.random.shuffle(indices)} are test images, 1,872; the others, 16,852,
 * are training images.
 */
public final class NotMnistShuffled extends NotMnistDataSet {

  /** Makes the data set; nothing is read. */
  public NotMnistShuffled() {
    this(ARCHIVE);
  }

  /** Makes the data set of another archive of the same form. */
  NotMnistShuffled(DataFile archive) {
    super(
        new Declaration(
            "notmnist-shuffled",
            "Letters A to J in many fonts: 16,852 training and 1,872 test images, grey, 28 x 28,"
                + " 10 classes.",
            "Bulatov, notMNIST dataset, 2011; no licence stated",
            Declaration.None.class),
        archive,
        NotMnistCut.SHUFFLED);
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(new TrainingImages(16_852, 16_852));
  }
}
