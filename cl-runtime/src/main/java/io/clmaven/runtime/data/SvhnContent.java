package io.clmaven.runtime.data;

import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Content of SVHN, ready to be packed; one file after the other is read.
 *
 * @param train training images
 * @param test test images
 */
record SvhnContent(SourceFile train, SourceFile test) implements PackedContent {

  @Override
  public List<Integer> shape() {
    return List.of(3, SvhnPart.SIDE, SvhnPart.SIDE);
  }

  @Override
  public List<String> classes() {
    return IntStream.range(0, SvhnPart.CLASSES).mapToObj(Integer::toString).toList();
  }

  @Override
  public void writeTo(PackedWriter writer) throws IOException {
    write(SvhnPart.read(train), Split.TRAIN, writer);
    write(SvhnPart.read(test), Split.TEST, writer);
  }

  private static void write(SvhnPart part, Split split, PackedWriter writer) throws IOException {
    for (int i = 0; i < part.size(); i++) {
      writer.add(split, part.label(i), part.image(i));
    }
  }
}
