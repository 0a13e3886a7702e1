package io.clmaven.plugin.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.fork.JavaRuntime;
import io.clmaven.plugin.progress.LineView;
import io.clmaven.plugin.progress.ProgressView;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is read where a build ends while it trains. */
@EnabledOnOs({OS.LINUX, OS.MAC}) // where a process can be asked to end
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptionTest {

  private Process build;

  /** Plays Maven: has trained one trial of three, and then waits, or ends if it is told so. */
  public static void main(String[] args) throws InterruptedException {
    Log log = new SystemStreamLog();
    ProgressView view = new LineView(log, Duration.ofSeconds(1), Clock.systemUTC());
    try (Interruption interruption = Interruption.of(3, view, log)) {
      interruption.finished();
      System.out.println("ready");
      if (args.length == 0) {
        new CountDownLatch(1).await();
      }
    }
  }

  @AfterEach
  void end() {
    build.destroyForcibly();
  }

  @Test
  void saysWhatIsKeptAndHowToGoOn() throws Exception {
    start();
    try (BufferedReader output = build.inputReader()) {
      assertThat(output.readLine()).isEqualTo("ready");

      build.toHandle().destroy(); // which leaves the output to be read

      assertThat(output.lines())
          .containsExactly(
              "[warn] Interrupted: the results of 1 of 3 trials are kept. Run the goal again to"
                  + " train the rest; what had begun goes on from its last checkpoint.");
    }
  }

  @Test
  void saysNothingWhereTheBuildGoesOn() throws Exception {
    start("end");
    try (BufferedReader output = build.inputReader()) {
      assertThat(output.lines()).containsExactly("ready");
    }
  }

  private void start(String... arguments) throws IOException {
    String java = JavaRuntime.choose(Optional.empty(), Optional.empty()).executable().toString();
    List<String> line =
        new ArrayList<>(
            List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                InterruptionTest.class.getName()));
    line.addAll(List.of(arguments));
    build = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
