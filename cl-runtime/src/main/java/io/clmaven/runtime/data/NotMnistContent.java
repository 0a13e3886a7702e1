package io.clmaven.runtime.data;

import io.clmaven.runtime.data.ImageFolder.Channels;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final SourceFile archive;
  private final NotMnistCut cut;
  private final List<Letter> letters = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  /**
   * Reads the archive.
   *
   * @throws DataException if it is damaged, has no images, or one has the wrong size
   */
  NotMnistContent(SourceFile archive, NotMnistCut cut) {
    this.archive = archive;
    this.cut = cut;
    Map<String, byte[]> files = files();
    files.keySet().stream().sorted(cut.order()).forEach(name -> decode(name, files.get(name)));
    if (letters.isEmpty()) {
      throw ArchiveMessages.noImages(archive, "<letter>/");
    }
    if (!unreadable.isEmpty()) {
      LOG.warn("{}", ArchiveMessages.skippedImages(archive, unreadable));
    }
  }

  /** Returns the images by letter and name, in the order of the archive. */
  private Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
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
      if (image.height() != NotMnistDataSet.SIDE || image.width() != NotMnistDataSet.SIDE) {
        throw ArchiveMessages.wrongSide(archive, name, image, NotMnistDataSet.SIDE);
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
    return List.of(1, NotMnistDataSet.SIDE, NotMnistDataSet.SIDE);
  }

  @Override
  public List<String> classes() {
    return NotMnistDataSet.LETTERS;
  }

  @Override
  public void writeTo(PackedWriter writer) throws IOException {
    for (Split split : Split.values()) {
      for (int i : cut.indices(split, letters.size())) {
        writer.add(split, letters.get(i).label(), letters.get(i).pixels());
      }
    }
  }

  private record Letter(int label, byte[] pixels) {}
}
