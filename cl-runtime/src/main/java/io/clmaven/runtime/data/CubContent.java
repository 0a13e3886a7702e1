package io.clmaven.runtime.data;

import io.clmaven.runtime.data.CubIndex.Image;
import io.clmaven.runtime.data.ImageFolder.Channels;
import io.clmaven.runtime.data.ImageFolder.Filter;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Images of CUB-200-2011, decoded one by one while they are packed. The archive, over a gigabyte,
 * is read once for each part.
 *
 * @param archive where they are
 * @param index what they show
 * @param size height and width of the packed images
 */
record CubContent(SourceFile archive, CubIndex index, int size) implements PackedContent {

  @Override
  public List<Integer> shape() {
    return List.of(3, size, size);
  }

  @Override
  public List<String> classes() {
    return index.classes();
  }

  @Override
  public void writeTo(PackedWriter writer) throws IOException {
    SortedSet<String> missing = new TreeSet<>(index.images().keySet());
    for (Split split : Split.values()) {
      try (TarArchiveInputStream tar = TarGz.open(archive)) {
        while (next(tar)) {
          String member = tar.getCurrentEntry().getName();
          Image image = index.images().get(member);
          if (image != null && image.split() == split) {
            writer.add(split, image.label(), decode(member, read(tar)));
            missing.remove(member);
          }
        }
      }
    }
    if (!missing.isEmpty()) {
      throw ArchiveMessages.noMember(archive, missing.first());
    }
  }

  private boolean next(TarArchiveInputStream tar) {
    try {
      TarArchiveEntry entry = tar.getNextEntry();
      return entry != null;
    } catch (IOException e) {
      throw DataMessages.unreadable(archive, e);
    }
  }

  private byte[] read(TarArchiveInputStream tar) {
    try {
      return tar.readAllBytes();
    } catch (IOException e) {
      throw DataMessages.unreadable(archive, e);
    }
  }

  private byte[] decode(String member, byte[] file) {
    try {
      return ImageDecoder.decode(file, Channels.RGB).resized(size, Filter.BILINEAR);
    } catch (IOException e) {
      throw ArchiveMessages.badImage(archive, member, e.getMessage());
    }
  }
}
