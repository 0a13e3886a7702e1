package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile.Packing;
import java.net.URI;
import java.util.List;

/**
 * notMNIST, the small archive: letters A to J in many fonts, grey, 28 x 28.
 *
 * <p>The publisher gives no split. GPM and HAT use a random tenth for the test; here it is every
 * tenth image, the first one included, in the order of letters and file names: 16,851 training and
 * 1,873 test images. Two of the 18,726 files are not readable; they are skipped with a warning,
 * where the data of HAT have two black images labelled A.
 *
 * <p>Size and MD5 of the archive are those that users of it have recorded; its publisher gives
 * none, and we could not check them against the archive itself.
 */
public final class NotMnist extends PublishedDataSet {

  static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
  static final int SIDE = 28;

  private static final DataFile ARCHIVE =
      new DataFile(
          "notmnist/notMNIST_small.tar.gz",
          List.of(URI.create("http://yaroslavvb.com/upload/notMNIST/notMNIST_small.tar.gz")),
          Packing.NONE,
          Checksum.md5("c9890a473a9769fda4bdf314aaf500dd"),
          8_458_043);

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
        List.of(archive),
        new ImageForm(List.of(1, SIDE, SIDE), LETTERS.size()));
  }

  @Override
  String reader() {
    return "notmnist-1";
  }

  @Override
  PackedContent content(List<SourceFile> sources) {
    return new NotMnistContent(sources.get(0));
  }
}
