package io.clmaven.plugin.data;

import io.clmaven.plugin.config.ProcessLock;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Brings one file into the data cache. */
final class Download {

  private static final int TRIES = 4;
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final long PACKING_ROOM = 1 << 16;

  private final NeededFile needed;
  private final DataFile file;
  private final DownloadOptions options;
  private final Transport remote;
  private final DataStore store;
  private final Path content;
  private final List<String> attempts = new ArrayList<>();
  private final Set<SourceException.Kind> failures = EnumSet.noneOf(SourceException.Kind.class);

  Download(NeededFile needed, DownloadOptions options, Transport remote) {
    this.needed = needed;
    this.file = needed.file();
    this.options = options;
    this.remote = remote;
    this.store = options.store();
    this.content = store.content(file);
  }

  void run() {
    if (isCached()) {
      options.log().debug("'%s' is in the data cache.".formatted(file.path()));
      return;
    }
    Path lock = store.directory().resolve("locks").resolve(file.checksum().key());
    String wait = "Waiting for another build that downloads '%s'.".formatted(file.path());
    ProcessLock held =
        ProcessLock.take(lock, PATIENCE, () -> options.log().info(wait))
            .orElseThrow(() -> DataMessages.locked(file, lock));
    try {
      if (!isCached()) {
        fromAnySource();
      }
    } catch (IOException e) {
      throw DataMessages.cannotStore(file, store.directory(), e);
    } finally {
      held.close();
    }
  }

  private boolean isCached() {
    try {
      return Files.isRegularFile(content) && Files.size(content) == file.size();
    } catch (IOException e) {
      return false;
    }
  }

  private void fromAnySource() throws IOException {
    Mirror mirror = Mirror.of(options.mirror(), options.baseDirectory());
    mirror.missingFolder().map(DataMessages::noMirror).ifPresent(attempts::add);
    List<URI> sources = mirror.sources(file).toList();
    boolean isUntried = sources.isEmpty();
    for (URI source : sources) {
      boolean isLocal = "file".equalsIgnoreCase(source.getScheme());
      if (!isLocal && options.session().isOffline()) {
        isUntried = true;
        continue;
      }
      if (deliveredBy(source, isLocal ? new FileTransport() : remote)) {
        return;
      }
    }
    throw failure(isUntried);
  }

  private RuntimeException failure(boolean isUntried) {
    boolean isOnlyDamaged = failures.equals(EnumSet.of(SourceException.Kind.DAMAGED));
    if (isOnlyDamaged) {
      return DataMessages.damaged(file, attempts);
    }
    if (file.sources().isEmpty()) {
      return DataMessages.unpublished(needed, attempts);
    }
    return options.session().isOffline() && isUntried
        ? DataMessages.offline(needed, content, attempts)
        : DataMessages.failed(needed, attempts);
  }

  private boolean deliveredBy(URI source, Transport transport) throws IOException {
    Duration delay = options.retryDelay();
    for (int attempt = 1; ; attempt++) {
      boolean isResumed = Files.exists(part(source));
      try {
        fetch(source, transport);
        return true;
      } catch (SourceException e) {
        if (isResumed && e.kind() != SourceException.Kind.TRANSIENT) {
          Files.deleteIfExists(part(source));
          continue;
        }
        boolean isLast = attempt == TRIES || e.kind() != SourceException.Kind.TRANSIENT;
        if (isLast) {
          failures.add(e.kind());
          attempts.add(DataMessages.attempt(source, e.getMessage()));
          return false;
        }
        options.log().info("%s: %s; trying again.".formatted(source, e.getMessage()));
        pause(delay);
        delay = delay.multipliedBy(2);
      }
    }
  }

  private void fetch(URI source, Transport transport) throws SourceException, IOException {
    Path part = part(source);
    Files.createDirectories(part.getParent());
    try {
      transport.fetch(source, part, file.size() + file.size() / 100 + PACKING_ROOM);
    } catch (SourceException e) {
      if (e.isFullDisk()) {
        throw new IOException(SourceException.FULL_DISK, e);
      }
      throw e;
    }
    try {
      String fetched = DataMessages.megabytes(Files.size(part));
      new ContentWriter(file, content).store(part);
      options.log().info("Downloaded '%s' (%s) from %s".formatted(file.path(), fetched, source));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path part(URI source) {
    String name = "%s-%08x.part".formatted(file.checksum().key(), source.toString().hashCode());
    return store.directory().resolve("partial").resolve(name);
  }

  private void pause(Duration delay) {
    try {
      TimeUnit.MILLISECONDS.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DataMessages.interrupted(file);
    }
  }
}
