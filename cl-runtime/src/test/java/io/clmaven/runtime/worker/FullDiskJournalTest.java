package io.clmaven.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.clmaven.runtime.experiment.trial.StorageException;
import io.clmaven.runtime.worker.protocol.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a file system of 16 KiB; skipped where none can be mounted. */
class FullDiskJournalTest {

  private static final Event EVENT = new Event.Log("warn", "x".repeat(1000));

  @TempDir Path mount;

  @BeforeEach
  void mountASmallDisk() throws Exception {
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", mount.toString())).isZero();
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", mount.toString());
  }

  @Test
  void saysWhichFileAndGoesOnWhenThereIsSpaceAgain() throws IOException {
    Path ballast = Files.write(mount.resolve("ballast"), new byte[8192]);
    Path file = mount.resolve(EventJournal.FILE);
    try (EventJournal journal = EventJournal.open(mount, Clock.systemUTC())) {
      assertThatThrownBy(() -> appendMany(journal))
          .isInstanceOf(StorageException.class)
          .hasMessage(
              "Cannot write '"
                  + file
                  + "': No space left on device. Free space or correct the permissions, then run the"
                  + " build again; it goes on from the last checkpoint.");
    }
    Files.delete(ballast);
    try (EventJournal journal = EventJournal.open(mount, Clock.systemUTC())) {
      journal.append(EVENT);
    }
    assertThat(Files.readAllLines(file)).allMatch(line -> line.endsWith("}"));
  }

  private static void appendMany(EventJournal journal) {
    for (int i = 0; i < 100; i++) {
      journal.append(EVENT);
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }
}
