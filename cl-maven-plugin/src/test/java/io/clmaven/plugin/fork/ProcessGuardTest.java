package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessGuardTest {

  @TempDir Path folder;

  private Path output;
  private Process process;

  /** Plays a worker that hangs. */
  public static void main(String[] args) throws InterruptedException {
    System.err.println("ready");
    new CountDownLatch(1).await();
  }

  @BeforeEach
  void start() throws IOException {
    output = folder.resolve("output.log");
    String java = JavaRuntime.choose(Optional.empty(), Optional.empty()).executable().toString();
    String classPath = System.getProperty("java.class.path");
    process =
        new ProcessBuilder(java, "-cp", classPath, ProcessGuardTest.class.getName())
            .redirectOutput(output.toFile())
            .start();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void leavesAThreadDumpOfWhatItKills() throws Exception {
    try (ProcessGuard guard = new ProcessGuard(process)) {
      assertThat(process.errorReader().lines().anyMatch("ready"::equals)).isTrue();

      guard.dumpAndKill();

      assertThat(process.isAlive()).isFalse();
      assertThat(output).content().contains("Full thread dump", "ProcessGuardTest.main");
    }
  }
}
