package io.clmaven.plugin.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A lock between Maven processes, and between the threads of one. It dies with its process. */
public final class ProcessLock implements AutoCloseable {

  private static final long RETRY_MILLIS = 200;

  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, waiting if somebody else holds it.
   *
   * @param file lock file; made if it is not there, never deleted
   * @param patience longest wait
   * @param whenWaiting runs once if there is a wait
   * @return empty if the patience was not enough
   */
  public static Optional<ProcessLock> take(Path file, Duration patience, Runnable whenWaiting) {
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        return Optional.of(new ProcessLock(channel));
      }
      whenWaiting.run();
      return await(channel, patience);
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot lock '%s': %s. Check the permissions of the folder."
              .formatted(file, IoCause.of(e)),
          e);
    }
  }

  private static Optional<ProcessLock> await(FileChannel channel, Duration patience)
      throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < patience.toNanos()) {
      pause();
      if (isTaken(channel)) {
        return Optional.of(new ProcessLock(channel));
      }
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException(
          "Cannot wait for another build: this build was interrupted. Run it again.", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
