package io.clmaven.runtime.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens packed files and builds those that are missing or damaged, one builder at a time: others,
 * in this process or another, wait and then use what it built.
 */
final class PackedStore {

  private static final Logger LOG = LoggerFactory.getLogger(PackedStore.class);
  private static final int KEY_DIGITS = 32;

  private PackedStore() {}

  /** Returns the key of a packed data set: its name and a hash of all that decides its bytes. */
  static String key(String name, List<String> parts) {
    List<String> all = new ArrayList<>(parts);
    all.add(0, "format " + PackedHeader.VERSION);
    return name + "-" + Sha256.of(all).substring(0, KEY_DIGITS);
  }

  /**
   * Opens a packed file, building it first if needed.
   *
   * @param file where it is or will be
   * @param source reads what is to be packed; asked only if it is needed
   * @throws DataException if the source is missing or damaged, or the file cannot be written
   */
  static PackedDataSet open(Path file, Supplier<PackedContent> source) {
    return find(file, Report.NOTHING).orElseGet(() -> buildAlone(file, source));
  }

  private static PackedDataSet buildAlone(Path file, Supplier<PackedContent> source) {
    synchronized (PackedStore.class) {
      try {
        Files.createDirectories(file.getParent());
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
          lock(channel, file);
          return find(file, Report.DAMAGE).orElseGet(() -> build(file, source));
        }
      } catch (IOException e) {
        throw DataMessages.cannotPack(file, e);
      }
    }
  }

  /** Waits for a builder in another process; the lock goes with the channel. */
  private static void lock(FileChannel channel, Path file) throws IOException {
    if (channel.tryLock() == null) {
      LOG.info("{}", DataMessages.waiting(file));
      channel.lock();
    }
  }

  private static PackedDataSet build(Path file, Supplier<PackedContent> source) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (PackedContent content = source.get()) {
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        PackedWriter.write(content, channel);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(part);
        throw e;
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return MappedDataSet.open(file);
    } catch (IOException e) {
      throw DataMessages.cannotPack(file, e);
    }
  }

  private static Optional<PackedDataSet> find(Path file, Report report) {
    try {
      return Optional.of(MappedDataSet.open(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (report == Report.DAMAGE) {
        LOG.warn("{}", DataMessages.damaged(file, e));
      }
      return Optional.empty();
    }
  }

  /** What a failed opening logs. */
  private enum Report {
    NOTHING,
    DAMAGE
  }
}
