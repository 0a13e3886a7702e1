package io.clmaven.plugin.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of an unfinished download. Maven's transports write to a file of their own and drop it
 * when a connection breaks; this keeps a copy of what has come, so that the next try can go on.
 */
final class PartialFile implements AutoCloseable {

  private final Path part;
  private final Path transfer;
  private FileChannel channel;

  PartialFile(Path part) {
    this.part = part;
    this.transfer = part.resolveSibling(part.getFileName() + ".transfer");
  }

  /** Returns the file for the transport: what is already there, or nothing. */
  Path prepare() throws IOException {
    if (exists()) {
      Files.copy(
          part, transfer, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    } else {
      Files.deleteIfExists(transfer);
    }
    return transfer;
  }

  /** Returns whether a download can go on. */
  boolean exists() {
    return Files.exists(part);
  }

  /** Keeps only the first bytes; the next ones follow. */
  void startAt(long offset) throws IOException {
    closeChannel();
    channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
            .truncate(offset)
            .position(offset);
  }

  void add(ByteBuffer bytes) throws IOException {
    ByteBuffer copy = bytes.duplicate();
    while (copy.hasRemaining()) {
      channel.write(copy);
    }
  }

  /** Takes what the transport has finished. */
  void finish() throws IOException {
    closeChannel();
    Files.move(transfer, part, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    closeChannel();
    Files.deleteIfExists(transfer);
  }

  private void closeChannel() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
