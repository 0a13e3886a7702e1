package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a file system of 64 KiB; skipped where none can be mounted. */
class FullDiskTest {

  @TempDir Path mount;
  @TempDir Path largeDisk;

  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void mountASmallDisk() throws Exception {
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", mount.toString())).isZero();
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", mount.toString());
  }

  @Test
  void keepsTheEarlierCheckpointWhenTheDiskIsFull() throws IOException {
    Path directory = mount.resolve("checkpoint");
    CheckpointStore store =
        new CheckpointStore(
            directory, Checkpoint.of(TinyTrial.DEFAULT.specification(mount)), log::add);
    store.write(1, out -> out.putLong("value", 10));
    Path file = directory.resolve("step-000000000002.checkpoint");
    assertThatThrownBy(() -> store.write(2, out -> out.putBytes("value", new byte[100_000])))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "Cannot write '"
                + file
                + "': No space left on device. Free space or correct the permissions, then run the"
                + " build again; it goes on from the last checkpoint.");
    List<Long> loaded = new ArrayList<>();
    assertThat(store.restore(in -> loaded.add(in.getLong("value")))).isTrue();
    assertThat(loaded).containsExactly(10L);
    assertThat(file.resolveSibling(file.getFileName() + ".part")).doesNotExist();
  }

  @Test
  void goesOnFromTheLastCheckpointWhenThereIsSpaceAgain() throws IOException {
    Path ballast = mount.resolve("ballast");
    assertThatThrownBy(() -> TinyTrial.DEFAULT.run(mount, new Filler(ballast)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("No space left on device");
    Files.delete(ballast);
    assertThat(TinyTrial.DEFAULT.run(mount).parametersSha256())
        .isEqualTo(TinyTrial.DEFAULT.run(largeDisk).parametersSha256());
  }

  /** Fills the disk after the second checkpoint. */
  private record Filler(Path ballast) implements TrialListener {
    @Override
    public void checkpointed(long step) {
      if (step == 14) {
        try {
          Files.write(ballast, new byte[1 << 20]);
        } catch (IOException e) {
          return; // as full as it gets
        }
      }
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }
}
