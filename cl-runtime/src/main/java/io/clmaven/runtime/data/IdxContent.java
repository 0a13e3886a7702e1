package io.clmaven.runtime.data;

import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Content of a data set in the IDX format, ready to be packed. */
final class IdxContent implements PackedContent {

  private final List<String> classes;
  private final IdxPart train;
  private final IdxPart test;

  /**
   * Puts both splits together.
   *
   * @throws DataException if image sizes differ or a label has no class
   */
  IdxContent(List<String> classes, IdxPart train, IdxPart test) {
    if (train.height() != test.height() || train.width() != test.width()) {
      throw DataMessages.sizesDiffer(train, test);
    }
    this.classes = classes;
    this.train = train;
    this.test = test;
    train.checkLabels(classes.size());
    test.checkLabels(classes.size());
  }

  @Override
  public List<Integer> shape() {
    return List.of(1, train.height(), train.width());
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void writeTo(PackedWriter writer) throws IOException {
    write(train, Split.TRAIN, writer);
    write(test, Split.TEST, writer);
  }

  private static void write(IdxPart part, Split split, PackedWriter writer) throws IOException {
    byte[] image = new byte[part.height() * part.width()];
    try (InputStream in = part.pixels().elements()) {
      for (byte label : part.labels()) {
        in.readNBytes(image, 0, image.length);
        writer.add(split, label & 0xFF, image);
      }
    }
  }
}
