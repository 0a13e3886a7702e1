package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile.Packing;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * SVHN, cropped digits: 73,257 training and 26,032 test images of house numbers, RGB, 32 x 32.
 *
 * <p>Sizes and SHA-256 of the files are those that TensorFlow Datasets publishes; we could not
 * check them against the files themselves.
 */
public final class Svhn extends PublishedDataSet {

  private static final DataFile TRAIN =
      file(
          "train_32x32.mat",
          "435e94d69a87fde4fd4d7f3dd208dfc32cb6ae8af2240d066de1df7508d083b8",
          182_040_794);

  private static final DataFile TEST =
      file(
          "test_32x32.mat",
          "cdce80dfb2a2c4c6160906d0bd7c68ec5a99d7ca4831afa54f09182025b6a75b",
          64_275_384);

  /** Makes the data set; nothing is read. */
  public Svhn() {
    this(TRAIN, TEST);
  }

  /** Makes the data set of other files of the same form. */
  Svhn(DataFile train, DataFile test) {
    super(
        new Declaration(
            "svhn",
            "House numbers: 73,257 training and 26,032 test images, RGB, 32 x 32, 10 classes.",
            "Netzer, Wang, Coates, Bissacco, Wu and Ng, NIPS Workshop on Deep Learning, 2011;"
                + " non-commercial use only",
            Declaration.None.class),
        List.of(train, test),
        new ImageForm(List.of(3, SvhnPart.SIDE, SvhnPart.SIDE), SvhnPart.CLASSES));
  }

  private static DataFile file(String name, String sha256, long size) {
    URI source = URI.create("http://ufldl.stanford.edu/housenumbers/" + name);
    return new DataFile("svhn/" + name, List.of(source), Packing.NONE, sha256, size);
  }

  @Override
  String reader() {
    return "svhn-1";
  }

  @Override
  PackedContent content(List<SourceFile> sources) {
    return new SvhnContent(sources.get(0), sources.get(1));
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(new TrainingImages(73_257, 13_861));
  }
}
