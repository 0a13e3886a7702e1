package io.clmaven.plugin.train;

import io.clmaven.plugin.config.Durations;
import io.clmaven.plugin.config.EnvironmentException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps a second build from training in the same folder at the same time. */
final class RunLock implements AutoCloseable {

  private static final long RETRY_MILLIS = 250;

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a run folder, waiting for another build if it has it.
   *
   * @param folder folder of the run
   * @param patience longest wait
   * @param log told once if there is a wait
   */
  static RunLock take(Path folder, Duration patience, Consumer<String> log) {
    Path file = folder.resolve(".lock");
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        log.accept("Waiting for another build that trains in '%s'.".formatted(folder));
        await(channel, folder, patience);
      }
      return new RunLock(channel);
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot lock '%s': %s. Check the permissions of the folder."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static void await(FileChannel channel, Path folder, Duration patience)
      throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    do {
      if (System.nanoTime() > end) {
        channel.close();
        throw new EnvironmentException(
            "Cannot train in '%s': another build has trained there for more than %s. Wait for it, raise cl.lockTimeout or set another cl.runId."
                .formatted(folder, Durations.text(patience)));
      }
      pause();
    } while (!isLocked(channel));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException("Cannot train: the build was interrupted. Run it again.", e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return Optional.<FileLock>ofNullable(channel.tryLock()).isPresent();
    } catch (OverlappingFileLockException e) {
      return false;
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
