package io.clmaven.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads members of a gzip-compressed tar archive where it lies, in one pass for each. */
final class TarGz {

  private static final int BUFFER_BYTES = 1 << 16;

  private TarGz() {}

  /** Opens the archive, before its first member. */
  static TarArchiveInputStream open(SourceFile archive) throws IOException {
    InputStream raw = Files.newInputStream(archive.path());
    try {
      return new TarArchiveInputStream(new GZIPInputStream(raw, BUFFER_BYTES));
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * Reads members whole, in one pass that ends with the last of them.
   *
   * @throws DataException if the archive is damaged or lacks one
   */
  static Map<String, byte[]> read(SourceFile archive, Set<String> members) {
    Map<String, byte[]> found = new HashMap<>();
    try (TarArchiveInputStream tar = open(archive)) {
      for (TarArchiveEntry entry = tar.getNextEntry();
          entry != null && found.size() < members.size();
          entry = tar.getNextEntry()) {
        if (members.contains(entry.getName())) {
          found.put(entry.getName(), tar.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw DataMessages.unreadable(archive, e);
    }
    for (String member : new TreeSet<>(members)) {
      if (!found.containsKey(member)) {
        throw ArchiveMessages.noMember(archive, member);
      }
    }
    return found;
  }

  /**
   * Opens a member; its size is that of the current entry.
   *
   * @throws DataException if the archive has no such member
   */
  static TarArchiveInputStream open(SourceFile archive, String member) throws IOException {
    TarArchiveInputStream tar = open(archive);
    try {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().equals(member)) {
          return tar;
        }
      }
      throw ArchiveMessages.noMember(archive, member);
    } catch (IOException | RuntimeException e) {
      tar.close();
      throw e;
    }
  }
}
