package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile.Packing;
import java.net.URI;
import java.util.List;

/**
 * A data set in the small archive of notMNIST: letters A to J in many fonts, grey, 28 x 28. The
 * publisher gives no split. Two of the 18,726 files are not readable; they are skipped with a
 * warning.
 *
 * <p>Size and MD5 of the archive are those that users of it have recorded; its publisher gives
 * none, and we could not check them against the archive itself.
 */
abstract class NotMnistDataSet extends PublishedDataSet {

  static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
  static final int SIDE = 28;

  static final DataFile ARCHIVE =
      new DataFile(
          "notmnist/notMNIST_small.tar.gz",
          List.of(URI.create("http://yaroslavvb.com/upload/notMNIST/notMNIST_small.tar.gz")),
          Packing.NONE,
          Checksum.md5("c9890a473a9769fda4bdf314aaf500dd"),
          8_458_043);

  private final NotMnistCut cut;

  NotMnistDataSet(Declaration declaration, DataFile archive, NotMnistCut cut) {
    super(declaration, List.of(archive), new ImageForm(List.of(1, SIDE, SIDE), LETTERS.size()));
    this.cut = cut;
  }

  @Override
  final String reader() {
    return cut.reader();
  }

  @Override
  final PackedContent content(List<SourceFile> sources) {
    return new NotMnistContent(sources.get(0), cut);
  }
}
