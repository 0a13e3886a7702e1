package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import java.util.List;
import java.util.Optional;

/**
 * CIFAR-100: 50,000 training and 10,000 test images of objects, animals, plants, people and scenes,
 * RGB, 32 x 32. The labels are the fine ones; the coarse ones, 20 groups of five classes, follow
 * from them and are not packed.
 *
 * <p>Size and SHA-256 of the archive are those that TensorFlow Datasets publishes; we could not
 * check them against the archive itself.
 */
public final class Cifar100 extends CifarDataSet {

  private static final int CLASSES = 100;
  private static final int LABEL_BYTES = 2;

  /** Makes the data set; nothing is read. */
  public Cifar100() {
    super(
        new Declaration(
            "cifar100",
            "Objects, animals, plants, people and scenes: 50,000 training and 10,000 test images,"
                + " RGB, 32 x 32, 100 classes.",
            "Krizhevsky, Learning Multiple Layers of Features from Tiny Images, University of"
                + " Toronto, 2009; no licence stated, to be cited",
            Declaration.None.class),
        archive(
            "cifar100",
            "cifar-100-binary.tar.gz",
            "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec",
            168_513_733),
        new CifarLayout(
            List.of("cifar-100-binary/train.bin"),
            "cifar-100-binary/test.bin",
            "cifar-100-binary/fine_label_names.txt",
            LABEL_BYTES,
            CLASSES));
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(TrainingImages.balanced(CLASSES, 500));
  }
}
