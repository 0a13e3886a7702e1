package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile.Packing;
import java.util.List;
import java.util.Optional;

/**
 * A stand-in for notMNIST: 1,000 images of each letter in the IDX format. Of each letter, every
 * fifth image in the order of the file, the first one included, is a test image: 8,000 training and
 * 2,000 test images. A mirror has to offer the files.
 */
public final class NotMnistPart extends PublishedDataSet {

  private static final int TEST_STRIDE = 5;

  private static final DataFile IMAGES =
      file(
          "t10k-images-idx3-ubyte.gz",
          "8e7f38ae95cc8f48e0986175ffc9137e5007ebcf3d8fdf6656c904eb9dab198b",
          7_840_016);

  private static final DataFile LABELS =
      file(
          "t10k-labels-idx1-ubyte.gz",
          "5f8e6012f2ce730700d8d05fca098bc47f71d25b890e4bec7ac5ebfd614a4001",
          10_008);

  /** Makes the data set; nothing is read. */
  public NotMnistPart() {
    this(IMAGES, LABELS);
  }

  /** Makes the data set of other files of the same form. */
  NotMnistPart(DataFile images, DataFile labels) {
    super(
        new Declaration(
            "notmnist-10k",
            "A part of notMNIST: 8,000 training and 2,000 test images, grey, 28 x 28, 10 classes;"
                + " from a mirror only.",
            "Bulatov, notMNIST dataset, 2011; conversion under the MIT licence",
            Declaration.None.class),
        List.of(images, labels),
        new ImageForm(
            List.of(1, NotMnistDataSet.SIDE, NotMnistDataSet.SIDE),
            NotMnistDataSet.LETTERS.size()));
  }

  private static DataFile file(String name, String sha256, long size) {
    return new DataFile("notmnist/" + name, List.of(), Packing.GZIP, sha256, size);
  }

  @Override
  String reader() {
    return "idx-cut-1";
  }

  @Override
  PackedContent content(List<SourceFile> sources) {
    IdxPart part = IdxPart.read(sources.get(0), sources.get(1));
    return new IdxCut(part, NotMnistDataSet.LETTERS, TEST_STRIDE);
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(TrainingImages.balanced(NotMnistDataSet.LETTERS.size(), 800));
  }
}
