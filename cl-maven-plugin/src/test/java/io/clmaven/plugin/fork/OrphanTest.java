package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a worker whose build is gone. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OrphanTest {

  @TempDir Path folder;

  private Process build;

  /** Plays Maven: starts a worker and waits for it. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    WorkerRequest request =
        new WorkerRequest("wait", "wait", folder.resolve("pid"), folder.resolve("fork"));
    new Workers()
        .run(
            ForkFixture.settings(folder, ForkFixture.LONG, Optional.empty()), request, event -> {});
  }

  @AfterEach
  void end() {
    build.destroyForcibly();
  }

  @Test
  void endsAfterTheBuildWasKilled() throws Exception {
    ProcessHandle worker = start();

    build.destroyForcibly();

    assertThat(worker.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
  }

  @Test
  void isEndedByTheShutdownHookOfAnInterruptedBuild() throws Exception {
    ProcessHandle worker = start();

    build.destroy();

    assertThat(worker.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
  }

  /** Starts the build and returns its worker. */
  private ProcessHandle start() throws IOException, InterruptedException {
    String java = JavaRuntime.choose(Optional.empty(), Optional.empty()).executable().toString();
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
      build =
          new ProcessBuilder(
                  java,
                  "-cp",
                  System.getProperty("java.class.path"),
                  OrphanTest.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("build.log").toFile())
              .start();
      Path pid = folder.resolve("pid");
      while (!Files.exists(pid) || Files.readString(pid).isEmpty()) {
        assertThat(build.isAlive()).isTrue();
        WatchKey key = watch.poll(1, TimeUnit.SECONDS);
        if (key != null) {
          key.reset();
        }
      }
      return ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
    }
  }
}
