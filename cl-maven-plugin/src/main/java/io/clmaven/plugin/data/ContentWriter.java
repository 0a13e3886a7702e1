package io.clmaven.plugin.data;

import io.clmaven.runtime.data.Checksum;
import io.clmaven.runtime.data.DataFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unwraps a fetched file, verifies its content on the way, and only then puts it into the cache.
 */
final class ContentWriter {

  private static final int BUFFER = 1 << 16;

  private final DataFile file;
  private final Path target;

  ContentWriter(DataFile file, Path target) {
    this.file = file;
    this.target = target;
  }

  /**
   * Stores the content.
   *
   * @throws SourceException if it is not the expected content; nothing is kept
   * @throws IOException if it cannot be written
   */
  void store(Path fetched) throws SourceException, IOException {
    Files.createDirectories(target.getParent());
    Path unfinished = Files.createTempFile(target.getParent(), file.checksum().key(), ".tmp");
    try {
      write(fetched, unfinished);
      move(unfinished);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void write(Path fetched, Path unfinished) throws SourceException, IOException {
    MessageDigest digest = file.checksum().algorithm().digest();
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream raw = Files.newInputStream(fetched);
        InputStream in = unwrap(raw);
        FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
        size += count;
        if (size > file.size()) {
          throw damaged(DataMessages.tooLong());
        }
        digest.update(buffer, 0, count);
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      channel.force(true);
    }
    String hex = HexFormat.of().formatHex(digest.digest());
    verify(size, new Checksum(file.checksum().algorithm(), hex));
  }

  private InputStream unwrap(InputStream raw) throws SourceException, IOException {
    if (file.packing() == DataFile.Packing.NONE) {
      return raw;
    }
    try {
      return new GZIPInputStream(raw, BUFFER);
    } catch (ZipException | EOFException e) {
      throw damaged("it is no gzip file");
    }
  }

  private static int read(InputStream in, byte[] buffer) throws SourceException, IOException {
    try {
      return in.read(buffer);
    } catch (ZipException | EOFException e) {
      throw damaged("the gzip file is damaged or cut off");
    }
  }

  private void verify(long size, Checksum hash) throws SourceException {
    if (size != file.size()) {
      throw damaged(DataMessages.sizeMismatch(size));
    }
    if (!hash.equals(file.checksum())) {
      throw damaged(DataMessages.hashMismatch(hash));
    }
  }

  private void move(Path unfinished) throws IOException {
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static SourceException damaged(String message) {
    return new SourceException(SourceException.Kind.DAMAGED, message);
  }
}
