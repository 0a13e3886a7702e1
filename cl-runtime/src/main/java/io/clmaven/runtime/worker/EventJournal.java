package io.clmaven.runtime.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.trial.StorageException;
import io.clmaven.runtime.worker.protocol.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * {@code events.jsonl} of a trial: one line of JSON for each event with the time it happened at,
 * over all sessions of the trial. A line that a killed session left unfinished is removed when the
 * next one opens the file.
 */
final class EventJournal implements AutoCloseable {

  static final String FILE = "events.jsonl";

  private final Path file;
  private final FileChannel channel;
  private final Clock clock;

  private EventJournal(Path file, FileChannel channel, Clock clock) {
    this.file = file;
    this.channel = channel;
    this.clock = clock;
  }

  /**
   * Opens the journal in the directory of a trial.
   *
   * @throws StorageException if that fails
   */
  static EventJournal open(Path directory, Clock clock) {
    Path file = directory.resolve(FILE);
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      channel.position(endOfLastLine(channel));
      channel.truncate(channel.position());
      return new EventJournal(file, channel, clock);
    } catch (IOException e) {
      throw StorageException.writing(file, e);
    }
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = channel.size(); end > 0; end--) {
      one.clear();
      channel.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }

  /**
   * Appends an event.
   *
   * @throws StorageException if that fails
   */
  void append(Event event) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("time", clock.instant().toString());
    line.setAll(Json.mapper().<ObjectNode>valueToTree(event));
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw StorageException.writing(file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StorageException.writing(file, e);
    }
  }
}
