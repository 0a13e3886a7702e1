package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import java.util.List;
import java.util.Optional;

/**
 * CIFAR-10: 50,000 training and 10,000 test images of objects and animals, RGB, 32 x 32.
 *
 * <p>Size and SHA-256 of the archive are those that TensorFlow Datasets publishes; we could not
 * check them against the archive itself.
 */
public final class Cifar10 extends CifarDataSet {

  private static final int CLASSES = 10;

  /** Makes the data set; nothing is read. */
  public Cifar10() {
    super(
        new Declaration(
            "cifar10",
            "Objects and animals: 50,000 training and 10,000 test images, RGB, 32 x 32, 10"
                + " classes.",
            "Krizhevsky, Learning Multiple Layers of Features from Tiny Images, University of"
                + " Toronto, 2009; no licence stated, to be cited",
            Declaration.None.class),
        archive(
            "cifar10",
            "cifar-10-binary.tar.gz",
            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
            170_052_171),
        new CifarLayout(
            List.of(
                "cifar-10-batches-bin/data_batch_1.bin",
                "cifar-10-batches-bin/data_batch_2.bin",
                "cifar-10-batches-bin/data_batch_3.bin",
                "cifar-10-batches-bin/data_batch_4.bin",
                "cifar-10-batches-bin/data_batch_5.bin"),
            "cifar-10-batches-bin/test_batch.bin",
            "cifar-10-batches-bin/batches.meta.txt",
            1,
            CLASSES));
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(TrainingImages.balanced(CLASSES, 5_000));
  }
}
