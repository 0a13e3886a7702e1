package io.clmaven.runtime.data;

import io.clmaven.runtime.data.ImageFolder.Channels;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Images of the archive of notMNIST, which is small enough to be read whole. */
final class NotMnistContent implements PackedContent {

  private static final Logger LOG = LoggerFactory.getLogger(NotMnistContent.class);

  private static final Pattern IMAGE = Pattern.compile("(?:.*/)?([A-J]/[^/.][^/]*\\.png)");
  private static final int TEST_STRIDE = 10;

  private final SourceFile archive;
  private final List<Letter> letters = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  /**
   * Reads the archive.
   *
   * @throws DataException if it is damaged, has no images, or one has the wrong size
   */
  NotMnistContent(SourceFile archive) {
    this.archive = archive;
    files().forEach(this::decode);
    if (letters.isEmpty()) {
      throw ArchiveMessages.noImages(archive, "<letter>/");
    }
    if (!unreadable.isEmpty()) {
      LOG.warn("{}", ArchiveMessages.skippedImages(archive, unreadable));
    }
  }

  /** Returns the images by letter and name. */
  private SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (TarArchiveInputStream tar = TarGz.open(archive)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Matcher name = IMAGE.matcher(entry.getName());
        if (name.matches()) {
          files.put(name.group(1), tar.readAllBytes());
        }
      }
      return files;
    } catch (IOException e) {
      throw DataMessages.unreadable(archive, e);
    }
  }

  private void decode(String name, byte[] file) {
    try {
      Planes image = ImageDecoder.decode(file, Channels.GREY);
      if (image.height() != NotMnist.SIDE || image.width() != NotMnist.SIDE) {
        throw ArchiveMessages.wrongSide(archive, name, image, NotMnist.SIDE);
      }
      letters.add(new Letter(name.charAt(0) - 'A', image.planes()[0]));
    } catch (IOException e) {
      unreadable.add("%s (%s)".formatted(name, e.getMessage()));
    }
  }

  /** Returns the names of the images that were skipped, and why. */
  List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  @Override
  public List<Integer> shape() {
    return List.of(1, NotMnist.SIDE, NotMnist.SIDE);
  }

  @Override
  public List<String> classes() {
    return NotMnist.LETTERS;
  }

  @Override
  public void writeTo(PackedWriter writer) throws IOException {
    for (Split split : Split.values()) {
      for (int i = 0; i < letters.size(); i++) {
        if ((i % TEST_STRIDE == 0) == (split == Split.TEST)) {
          writer.add(split, letters.get(i).label(), letters.get(i).pixels());
        }
      }
    }
  }

  private record Letter(int label, byte[] pixels) {}
}
