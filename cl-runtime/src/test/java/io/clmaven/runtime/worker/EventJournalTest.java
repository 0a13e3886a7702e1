package io.clmaven.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.worker.protocol.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventJournalTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  private static final String LINE =
      "{\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"checkpointed\",\"step\":7}";

  @TempDir Path directory;

  @Test
  void writesALineForEachEvent() throws IOException {
    append();
    assertThat(lines()).containsExactly(LINE);
  }

  @Test
  void goesOnWhereAnEarlierSessionEnded() throws IOException {
    append();
    append();
    assertThat(lines()).containsExactly(LINE, LINE);
  }

  @Test
  void removesALineThatAKilledSessionLeftUnfinished() throws IOException {
    Files.writeString(directory.resolve(EventJournal.FILE), LINE + "\n{\"time\":\"2026-");
    append();
    assertThat(lines()).containsExactly(LINE, LINE);
  }

  private void append() {
    try (EventJournal journal = EventJournal.open(directory, CLOCK)) {
      journal.append(new Event.Checkpointed(7));
    }
  }

  private java.util.List<String> lines() throws IOException {
    return Files.readAllLines(directory.resolve(EventJournal.FILE));
  }
}
