package io.clmaven.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
