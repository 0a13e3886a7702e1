package io.clmaven.runtime.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Image files in a folder or an archive. */
interface ImageSource extends Closeable {

  /** Returns the folder or archive. */
  Path location();

  /** Returns the files wanted by name, {@code train/cat/1.png}, in alphabetical order. */
  List<String> files();

  /** Reads a file. */
  byte[] read(String file) throws IOException;

  /** Returns a hash of all names and contents that decide what is read. */
  String hash() throws IOException;

  /**
   * Opens a folder, a zip file or a tar file; nothing if there is none.
   *
   * @param wanted which files, by name
   */
  static Optional<ImageSource> open(Path path, Predicate<String> wanted) throws IOException {
    if (Files.isDirectory(path)) {
      return Optional.of(new FolderSource(path, wanted));
    }
    return Files.isRegularFile(path)
        ? Optional.of(ArchiveSource.open(path, wanted))
        : Optional.empty();
  }

  /** Tells by the name whether a file is an image of a split; hidden files are not. */
  static boolean isImage(String name) {
    boolean inSplit = name.startsWith("train/") || name.startsWith("test/");
    return inSplit && name.chars().filter(c -> c == '/').count() >= 2 && isPicture(name);
  }

  /** Tells by the name whether a file is a JPEG or PNG file; hidden files are not. */
  static boolean isPicture(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.contains("/.")
        && (lower.endsWith(".jpg") || lower.endsWith(".jpeg") || lower.endsWith(".png"));
  }
}
