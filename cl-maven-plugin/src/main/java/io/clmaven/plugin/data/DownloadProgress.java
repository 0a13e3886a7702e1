package io.clmaven.plugin.data;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.TransportListener;
import org.eclipse.aether.transfer.TransferCancelledException;

/** Watches one download: a line every ten seconds, and an end to one that is too long. */
final class DownloadProgress extends TransportListener {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final URI source;
  private final long limit;
  private final Consumer<String> log;
  private final Clock clock;
  private long received;
  private Instant shown;

  DownloadProgress(URI source, long limit, Consumer<String> log, Clock clock) {
    this.source = source;
    this.limit = limit;
    this.log = log;
    this.clock = clock;
    this.shown = clock.instant();
  }

  GetTask task(URI file, Path part) {
    return new GetTask(file).setDataFile(part.toFile(), true).setListener(this);
  }

  @Override
  public void transportStarted(long offset, long length) {
    received = offset;
    if (offset > 0) {
      log.accept("Going on with %s behind %s".formatted(source, DataMessages.megabytes(offset)));
    }
  }

  @Override
  public void transportProgressed(ByteBuffer data) throws TransferCancelledException {
    received += data.remaining();
    if (received > limit) {
      throw new TransferCancelledException("it is longer than %d bytes".formatted(limit));
    }
    Instant now = clock.instant();
    if (!now.isBefore(shown.plus(INTERVAL))) {
      shown = now;
      log.accept("%s of %s".formatted(DataMessages.megabytes(received), source));
    }
  }
}
