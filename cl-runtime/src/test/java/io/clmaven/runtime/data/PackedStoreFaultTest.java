package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second process, and a disk without room. */
class PackedStoreFaultTest {

  private static final int TIMEOUT_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void letsOneOfTwoProcessesBuild() throws Exception {
    IdxFixture fixture = new IdxFixture(folder, 2000, 1000).write();
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(opener(i));
    }
    for (Process process : processes) {
      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }

    assertThat(fixture.open().label(Split.TRAIN, 1001)).isEqualTo(2);
    try (var files = Files.list(folder.resolve("packed"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void leavesNoHalfFileOnAFullDisk() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(mount(disk)).as("a small disk can be mounted").isZero();
    try {
      Path file = disk.resolve("images");

      assertThatThrownBy(() -> PackedStore.open(file, Large::new))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "Cannot write the packed data set '%s': No space left on device. Make room or rights"
                  + " there, or set `cl.data.cacheDirectory` to another folder.",
              file);
      try (var files = Files.list(disk)) {
        assertThat(files).containsExactly(disk.resolve("images.lock"));
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  private Process opener(int number) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            Opener.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("process-" + number + ".log").toFile())
        .start();
  }

  private static int mount(Path disk) throws Exception {
    return run("mount", "-t", "tmpfs", "-o", "size=256k", "cl-test", disk.toString());
  }

  private static int run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).start();
      return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  /** More bytes than the disk holds. */
  private static final class Large implements PackedContent {

    @Override
    public List<Integer> shape() {
      return List.of(1, 32, 32);
    }

    @Override
    public List<String> classes() {
      return List.of("only");
    }

    @Override
    public void writeTo(PackedWriter writer) throws IOException {
      for (int i = 0; i < 4000; i++) {
        writer.add(Split.TRAIN, 0, new byte[32 * 32]);
      }
    }
  }

  /** Main class of the other process. */
  static final class Opener {

    public static void main(String[] arguments) {
      PackedDataSet packed = new IdxFixture(Path.of(arguments[0]), 2000, 1000).open();
      System.exit(packed.label(Split.TRAIN, 1001) == 2 ? 0 : 1);
    }
  }
}
