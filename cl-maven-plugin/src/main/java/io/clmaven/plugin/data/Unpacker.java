package io.clmaven.plugin.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Unpacks tar, tar.gz and zip archives from strangers: nothing outside the target folder, no links,
 * no devices, no more than the limits.
 */
public final class Unpacker {

  private static final int BUFFER = 1 << 16;

  private final ArchiveLimits limits;

  /** Makes an unpacker that stops at limits. */
  public Unpacker(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks an archive into a folder.
   *
   * @throws ArchiveException if the archive is dangerous or of an unknown kind
   * @throws IOException if it is damaged or the target cannot be written
   */
  public void unpack(Path archive, Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    Files.createDirectories(root);
    try (ArchiveInputStream<? extends ArchiveEntry> entries = open(archive)) {
      Budget budget = new Budget(archive);
      for (ArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        budget.entry();
        write(archive, entry, entries, target(archive, root, entry), budget);
      }
    }
  }

  private void write(Path archive, ArchiveEntry entry, InputStream in, Path target, Budget budget)
      throws IOException {
    checkKind(archive, entry);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        budget.bytes(count);
        out.write(buffer, 0, count);
      }
    }
  }

  private static Path target(Path archive, Path root, ArchiveEntry entry) throws IOException {
    String name = entry.getName().replace('\\', '/');
    try {
      boolean isAbsolute = name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*");
      Path target = root.resolve(name).normalize();
      if (!isAbsolute && target.startsWith(root) && !name.matches("(?s)(.*/)?\\.\\.(/.*)?")) {
        return target;
      }
    } catch (InvalidPathException e) {
      throw refused(archive, "its entry '%s' has no valid name".formatted(entry.getName()));
    }
    throw refused(archive, "its entry '%s' leads out of the folder".formatted(entry.getName()));
  }

  private static void checkKind(Path archive, ArchiveEntry entry) throws IOException {
    boolean isPlain =
        entry instanceof TarArchiveEntry tar
            ? tar.isDirectory() || tar.isFile() && !tar.isLink() && !tar.isSymbolicLink()
            : !(entry instanceof ZipArchiveEntry zip && zip.isUnixSymlink());
    boolean isDevice =
        entry instanceof TarArchiveEntry tar
            && (tar.isFIFO() || tar.isBlockDevice() || tar.isCharacterDevice());
    if (!isPlain || isDevice) {
      throw refused(archive, "its entry '%s' is a link or a device".formatted(entry.getName()));
    }
  }

  private static ArchiveInputStream<? extends ArchiveEntry> open(Path archive) throws IOException {
    String name = archive.getFileName().toString().toLowerCase(Locale.ROOT);
    InputStream in = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
    if (name.endsWith(".zip")) {
      return new ZipArchiveInputStream(in);
    }
    if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
      return new TarArchiveInputStream(new GzipCompressorInputStream(in));
    }
    if (name.endsWith(".tar")) {
      return new TarArchiveInputStream(in);
    }
    in.close();
    throw refused(archive, "it is neither zip nor tar nor tar.gz");
  }

  private static ArchiveException refused(Path archive, String why) {
    return new ArchiveException(
        "Cannot unpack '%s': %s. Fetch the archive again from its publisher."
            .formatted(archive, why));
  }

  /** What is left of the limits. */
  private final class Budget {

    private final Path archive;
    private long entries;
    private long bytes;

    Budget(Path archive) {
      this.archive = archive;
    }

    void entry() throws IOException {
      entries++;
      if (entries > limits.entries()) {
        throw refused(archive, "it has more than %d entries".formatted(limits.entries()));
      }
    }

    void bytes(int count) throws IOException {
      bytes += count;
      if (bytes > limits.bytes()) {
        throw refused(archive, "it unpacks to more than %d bytes".formatted(limits.bytes()));
      }
    }
  }
}
