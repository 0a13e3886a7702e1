package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clmaven.runtime.worker.protocol.Event;
import io.clmaven.runtime.worker.protocol.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkersTest {

  @TempDir Path folder;

  private final List<Event> heard = new CopyOnWriteArrayList<>();

  @Test
  void hearsKnownEventsAndIgnoresOthers() {
    run("good");

    assertThat(heard).hasSize(3);
    assertThat(heard.get(0)).isInstanceOf(Event.Hello.class);
    assertThat(heard.subList(1, 3)).containsExactly(new Event.Checkpointed(5), new Event.Bye());
  }

  @Test
  void worksInFoldersWithSpacesQuotesAndUmlauts() {
    folder = folder.resolve("a b 'c' \"d\" öß & (e)");
    assertThat(folder.toFile().mkdirs()).isTrue();

    run("good");

    assertThat(heard).last().isEqualTo(new Event.Bye());
  }

  @Test
  void reportsACrashWithEverythingThatHelps() {
    WorkerFailedException failure = fail("crash");

    assertThat(failure.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(failure.getMessage())
        .isEqualTo(
            """
            Cannot train seed 2 of 'gpm': the worker ended with exit code 70 (internal error). Read its output below.
              last event: progress: task 3, epoch 4, step 500 of 6000, loss 0.2500
              in progress: task 3 of 10 (permutation 3)
              memory: heap at most 64m (cl.fork.maxHeap), off-heap at most 32m (cl.fork.maxOffHeap)
              command: %1$s/fork/command.txt
              output: %1$s/fork/output.log, last lines:
                something native went wrong"""
                .formatted(folder));
  }

  @Test
  void reportsMemoryThatWasNotEnough() {
    WorkerFailedException failure = fail("memory");

    assertThat(failure.code()).isEqualTo(ExitCode.OUT_OF_MEMORY);
    assertThat(failure.isProjectsFault()).isFalse();
    assertThat(failure.getMessage())
        .isEqualTo(
            """
            Java heap space
              last event: hello
              in progress: no task
              memory: heap at most 64m (cl.fork.maxHeap), off-heap at most 32m (cl.fork.maxOffHeap)
              command: %1$s/fork/command.txt
              output: %1$s/fork/output.log (empty)"""
                .formatted(folder));
  }

  @Test
  void passesOnAMessageThatIsCompleteForTheUser() {
    WorkerFailedException failure = fail("data");

    assertThat(failure.isProjectsFault()).isTrue();
    assertThat(failure).hasMessage("Cannot read 'x': it is damaged. Delete it.");
  }

  @Test
  void reportsAWorkerThatEndsWithoutGoodbye() {
    assertThat(firstLine(fail("no-bye")))
        .isEqualTo(
            "Cannot train seed 2 of 'gpm': the worker ended without saying goodbye (exit code 0)."
                + " Look for System.exit in the code of the project.");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void reportsAWorkerThatTheSystemKilled() {
    assertThat(firstLine(fail("kill")))
        .isEqualTo(
            "Cannot train seed 2 of 'gpm': the worker was killed by the system, most likely out of"
                + " memory (exit code 137). Run fewer trials at a time (cl.parallel) or lower"
                + " cl.fork.maxHeap and cl.fork.maxOffHeap.");
  }

  @Test
  void stopsAWorkerThatGivesNoSignOfLife() {
    WorkerFailedException failure =
        fail("hang", ForkFixture.settings(folder, Duration.ofSeconds(2), Optional.empty()));

    assertThat(firstLine(failure))
        .isEqualTo(
            "Cannot train seed 2 of 'gpm': the worker gave no sign of life for 2s and was stopped."
                + " Look at the thread dump in the output, or raise cl.fork.heartbeatTimeout.");
  }

  @Test
  void stopsAWorkerThatTakesTooLong() {
    Optional<Duration> timeout = Optional.of(Duration.ofSeconds(1));

    assertThat(firstLine(fail("hang", ForkFixture.settings(folder, ForkFixture.LONG, timeout))))
        .isEqualTo(
            "Cannot train seed 2 of 'gpm': the worker took longer than 1s and was stopped."
                + " Raise cl.fork.timeout.");
  }

  @Test
  void refusesAConnectionWithoutTheToken() {
    WorkerFailedException failure = fail("wrong-token");

    assertThat(heard).isEmpty();
    assertThat(failure.getMessage()).contains("last event: none, it never connected");
  }

  @Test
  void refusesAnotherProtocolAndNamesBothVersions() {
    assertThat(firstLine(fail("wrong-protocol")))
        .isEqualTo(
            "Cannot train seed 2 of 'gpm': cl-runtime 0.0.test speaks protocol 99, the plugin"
                + " speaks protocol 1. Use the same version of cl-runtime and cl-maven-plugin.");
  }

  @Test
  void survivesAFloodOfOutput() throws IOException {
    run("huge");

    assertThat(heard).last().isEqualTo(new Event.Bye());
    assertThat(Files.size(folder.resolve("fork/output.log"))).isEqualTo(50_000 * 1001L);
  }

  @Test
  void saysWhichJavaCannotBeStarted() {
    ForkSettings good = ForkFixture.settings(folder, ForkFixture.LONG, Optional.empty());
    ForkSettings bad =
        new ForkSettings(
            new JavaRuntime(folder.resolve("no-java"), 17, "cl.fork.jvm"),
            good.classPath(),
            good.options(),
            good.platform(),
            good.mainClass());

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> new Workers().run(bad, ForkFixture.request(folder, "good"), heard::add)))
        .hasMessageStartingWith("Cannot start a worker with '%s/no-java': ".formatted(folder))
        .hasMessageEndingWith(" Check cl.fork.jvm and the working directory.");
  }

  private void run(String command) {
    new Workers()
        .run(
            ForkFixture.settings(folder, ForkFixture.LONG, Optional.empty()),
            ForkFixture.request(folder, command),
            heard::add);
  }

  private WorkerFailedException fail(String command) {
    return fail(command, ForkFixture.settings(folder, ForkFixture.LONG, Optional.empty()));
  }

  private WorkerFailedException fail(String command, ForkSettings settings) {
    return catchThrowableOfType(
        WorkerFailedException.class,
        () -> new Workers().run(settings, ForkFixture.request(folder, command), heard::add));
  }

  private static String firstLine(Exception e) {
    return e.getMessage().lines().findFirst().orElseThrow();
  }
}
