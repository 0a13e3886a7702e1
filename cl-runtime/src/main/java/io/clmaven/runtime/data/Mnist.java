package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile.Packing;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** MNIST: 60,000 training and 10,000 test images of handwritten digits, grey, 28 x 28. */
public final class Mnist extends IdxDataSet {

  private static final List<String> MIRRORS =
      List.of(
          "https://ossci-datasets.s3.amazonaws.com/mnist/",
          "https://storage.googleapis.com/cvdf-datasets/mnist/");

  private static final IdxFiles FILES =
      new IdxFiles(
          file(
              "train-images-idx3-ubyte.gz",
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
              47_040_016),
          file(
              "train-labels-idx1-ubyte.gz",
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
              60_008),
          file(
              "t10k-images-idx3-ubyte.gz",
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
              7_840_016),
          file(
              "t10k-labels-idx1-ubyte.gz",
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
              10_008));

  /** Makes the data set; nothing is read. */
  public Mnist() {
    super(
        new Declaration(
            "mnist",
            "Handwritten digits: 60,000 training and 10,000 test images, grey, 28 x 28, 10 classes.",
            "LeCun, Bottou, Bengio and Haffner, Proceedings of the IEEE, 1998; CC BY-SA 3.0",
            Declaration.None.class),
        FILES,
        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
  }

  private static DataFile file(String name, String sha256, long size) {
    List<URI> sources = MIRRORS.stream().map(mirror -> URI.create(mirror + name)).toList();
    return new DataFile("mnist/" + name, sources, Packing.GZIP, sha256, size);
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(new TrainingImages(60_000, 6_742));
  }
}
