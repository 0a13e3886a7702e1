package io.clmaven.runtime.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Image files in a folder or an archive. */
interface ImageSource extends Closeable {

  /** Returns the folder or archive. */
  Path location();

  /** Returns the JPEG and PNG files by name, {@code train/cat/1.png}, in alphabetical order. */
  List<String> files();

  /** Reads a file. */
  byte[] read(String file) throws IOException;

  /** Returns a hash of all names and contents. */
  String hash() throws IOException;

  /** Tells by the name whether a file is an image of a split; hidden files are not. */
  static boolean isImage(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean inSplit = name.startsWith("train/") || name.startsWith("test/");
    boolean hidden = lower.contains("/.");
    return inSplit
        && !hidden
        && lower.chars().filter(c -> c == '/').count() >= 2
        && (lower.endsWith(".jpg") || lower.endsWith(".jpeg") || lower.endsWith(".png"));
  }
}
