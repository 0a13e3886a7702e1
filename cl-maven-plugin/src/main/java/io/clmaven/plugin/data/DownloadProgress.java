package io.clmaven.plugin.data;

import io.clmaven.plugin.config.IoCause;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
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
  private final PartialFile part;
  private final long limit;
  private final Consumer<String> log;
  private final Clock clock = Clock.systemUTC();
  private long received;
  private Instant shown;

  DownloadProgress(URI source, PartialFile part, long limit, Consumer<String> log) {
    this.source = source;
    this.part = part;
    this.limit = limit;
    this.log = log;
    this.shown = clock.instant();
  }

  /** Returns the task that goes on with a partial file, which gets every byte that comes. */
  GetTask task(URI file) throws IOException {
    boolean canGoOn = part.exists();
    return new GetTask(file).setDataFile(part.prepare().toFile(), canGoOn).setListener(this);
  }

  @Override
  public void transportStarted(long offset, long length) throws TransferCancelledException {
    received = offset;
    write(() -> part.startAt(offset));
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
    write(() -> part.add(data));
    Instant now = clock.instant();
    if (!now.isBefore(shown.plus(INTERVAL))) {
      shown = now;
      log.accept("%s of %s".formatted(DataMessages.megabytes(received), source));
    }
  }

  private static void write(Write write) throws TransferCancelledException {
    try {
      write.run();
    } catch (IOException e) {
      throw new TransferCancelledException(IoCause.of(e), e);
    }
  }

  /** Something that is written. */
  private interface Write {
    void run() throws IOException;
  }
}
