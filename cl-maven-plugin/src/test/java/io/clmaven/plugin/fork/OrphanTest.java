package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a worker whose build is gone. */
@Timeout(60)
class OrphanTest {

  @TempDir Path folder;

  /** Plays Maven: starts a worker and waits for it. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    WorkerRequest request =
        new WorkerRequest("wait", "wait", folder.resolve("pid"), folder.resolve("fork"));
    new Workers()
        .run(
            ForkFixture.settings(folder, ForkFixture.LONG, Optional.empty()), request, event -> {});
  }

  @Test
  void endsWithinFiveSecondsAfterTheBuildWasKilled() throws Exception {
    ProcessHandle worker = start(process -> process.destroyForcibly());

    worker.onExit().get(5, TimeUnit.SECONDS);

    assertThat(worker.isAlive()).isFalse();
  }

  @Test
  void isEndedByTheShutdownHookOfAnInterruptedBuild() throws Exception {
    ProcessHandle worker = start(Process::destroy);

    worker.onExit().get(5, TimeUnit.SECONDS);

    assertThat(worker.isAlive()).isFalse();
  }

  private ProcessHandle start(java.util.function.Consumer<Process> end) throws Exception {
    String java = JavaRuntime.choose(Optional.empty(), Optional.empty()).executable().toString();
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
      Process build =
          new ProcessBuilder(
                  java,
                  "-cp",
                  System.getProperty("java.class.path"),
                  OrphanTest.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolveSibling(folder.getFileName() + ".log").toFile())
              .start();
      Path pid = folder.resolve("pid");
      while (!Files.exists(pid) || Files.readString(pid).isEmpty()) {
        assertThat(build.isAlive()).isTrue();
        watch.poll(10, TimeUnit.SECONDS).reset();
      }
      ProcessHandle worker = ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
      end.accept(build);
      return worker;
    }
  }
}
