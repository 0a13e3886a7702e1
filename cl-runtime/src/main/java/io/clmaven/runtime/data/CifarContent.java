package io.clmaven.runtime.data;

import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Content of the binary version of a CIFAR set, ready to be packed. */
final class CifarContent implements PackedContent {

  private final SourceFile archive;
  private final CifarLayout layout;
  private final List<String> classes;

  /**
   * Reads the names of the classes.
   *
   * @throws DataException if the archive is damaged or does not have as many as it should
   */
  CifarContent(SourceFile archive, CifarLayout layout) {
    this.archive = archive;
    this.layout = layout;
    this.classes = names();
    if (classes.size() != layout.classes()) {
      throw ArchiveMessages.wrongClasses(archive, layout.names(), classes.size(), layout.classes());
    }
  }

  private List<String> names() {
    try (InputStream in = TarGz.open(archive, layout.names())) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw DataMessages.unreadable(archive, e);
    }
  }

  @Override
  public List<Integer> shape() {
    return List.of(3, CifarLayout.SIDE, CifarLayout.SIDE);
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void writeTo(PackedWriter writer) throws IOException {
    for (String member : layout.training()) {
      write(Split.TRAIN, member, writer);
    }
    write(Split.TEST, layout.test(), writer);
  }

  private void write(Split split, String name, PackedWriter writer) throws IOException {
    int labelBytes = layout.labelBytes();
    try (CifarMember member = CifarMember.open(archive, name, layout.recordBytes())) {
      while (member.next()) {
        byte[] record = member.record();
        int label = record[labelBytes - 1] & 0xFF;
        if (label >= layout.classes()) {
          throw ArchiveMessages.labelOutOfRange(archive, member, label, layout.classes());
        }
        writer.add(split, label, Arrays.copyOfRange(record, labelBytes, record.length));
      }
    }
  }
}
