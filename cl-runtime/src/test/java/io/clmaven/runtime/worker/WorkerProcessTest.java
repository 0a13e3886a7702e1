package io.clmaven.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.experiment.trial.ResultFile;
import io.clmaven.runtime.worker.protocol.Event;
import io.clmaven.runtime.worker.protocol.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class WorkerProcessTest {

  private static final long ME = ProcessHandle.current().pid();
  private static final int MANY_EPOCHS = 100_000;

  @TempDir Path folder;

  private TinyProject project;

  @BeforeEach
  void makeProject() throws Exception {
    project = TinyProject.in(folder);
  }

  @Test
  void killedAgainAndAgainItEndsAsIfNothingHadHappened() throws Exception {
    String request = project.request("\"tiny\"", 400);
    for (int kill = 1; kill <= 4; kill++) {
      try (WorkerProcess worker = WorkerProcess.start(project, request, ME)) {
        for (int checkpoint = 0; checkpoint < 3 * kill; checkpoint++) {
          worker.await(Event.Checkpointed.class);
        }
        worker.process().destroyForcibly();
        assertThat(worker.exit()).isEqualTo(137);
      }
    }
    TrialResult resumed = finish(project, request);
    assertThat(resumed.resumes()).isEqualTo(4);
    TinyProject other = TinyProject.in(Files.createDirectory(folder.resolve("other")));
    TrialResult uninterrupted = finish(other, other.request("\"tiny\"", 400));
    assertThat(resumed.parametersSha256()).isEqualTo(uninterrupted.parametersSha256());
    assertThat(resumed.accuracy().rows()).isEqualTo(uninterrupted.accuracy().rows());
  }

  private static TrialResult finish(TinyProject project, String request) throws Exception {
    try (WorkerProcess worker = WorkerProcess.start(project, request, ME)) {
      assertThat(worker.await(Event.Bye.class)).isNotNull();
      assertThat(worker.exit()).isZero();
      return ResultFile.read(project.trial());
    }
  }

  @Test
  void aRequestToEndLeavesACheckpointOfTheLastStep() throws Exception {
    try (WorkerProcess worker = endless()) {
      worker.await(Event.Checkpointed.class);
      worker.process().toHandle().destroy(); // unlike Process.destroy it leaves standard input open
      assertThat(worker.await(Event.Log.class).message())
          .startsWith("Stopped trial 'tiny', seed 1 after step ");
      assertThat(worker.exit()).isEqualTo(143);
    }
  }

  @Test
  void endsWhenItsParentEnds() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sleep")));
    Process parent = new ProcessBuilder("/bin/sleep", "600").start();
    String request = project.request("\"tiny\"", MANY_EPOCHS);
    try (WorkerProcess worker = WorkerProcess.start(project, request, parent.pid())) {
      worker.await(Event.Checkpointed.class);
      parent.destroyForcibly();
      assertThat(worker.exit()).isEqualTo(ExitCode.PARENT_GONE.code());
    }
  }

  @Test
  void endsWhenItsInputEnds() throws Exception {
    try (WorkerProcess worker = endless()) {
      worker.await(Event.Checkpointed.class);
      worker.process().getOutputStream().close();
      assertThat(worker.exit()).isEqualTo(ExitCode.PARENT_GONE.code());
    }
  }

  @Test
  void showsThatItLives() throws Exception {
    String request = project.request("\"tiny\"", MANY_EPOCHS);
    try (WorkerProcess worker =
        WorkerProcess.start(project, request, ME, "-D" + Heartbeat.INTERVAL + "=20")) {
      assertThat(worker.await(Event.Heartbeat.class)).isNotNull();
      assertThat(worker.await(Event.Heartbeat.class)).isNotNull();
    }
  }

  @Test
  void goesOnWhenTheBuildNoLongerListens() throws Exception {
    String request = project.request("\"tiny\"", 50);
    try (WorkerProcess worker = WorkerProcess.start(project, request, ME)) {
      worker.await(Event.Hello.class);
      worker.hangUp();
      assertThat(worker.exit()).isZero();
      assertThat(ResultFile.read(project.trial()).tasks()).hasSize(3);
    }
  }

  @Test
  void saysThatTheHeapIsFull() throws Exception {
    String request = project.request("{\"name\": \"user\", \"mishap\": \"fill-heap\"}", 1);
    try (WorkerProcess worker =
        WorkerProcess.start(project, request, ME, "-Xmx64m", "-XX:+UseG1GC")) { // counts all of it
      Event.Failed failed = worker.await(Event.Failed.class);
      assertThat(failed.code()).isEqualTo(ExitCode.OUT_OF_MEMORY);
      assertThat(failed.message())
          .isEqualTo(
              "Cannot continue trial 'tiny', seed 1: the Java heap is full (limit 64 MiB). Raise"
                  + " 'cl.fork.maxHeap'.");
      assertThat(worker.exit()).isEqualTo(ExitCode.OUT_OF_MEMORY.code());
    }
  }

  @Test
  void saysThatNativeMemoryIsUsedUp() throws Exception {
    String request = project.request("{\"name\": \"user\", \"mishap\": \"fill-off-heap\"}", 1);
    try (WorkerProcess worker =
        WorkerProcess.start(
            project,
            request,
            ME,
            "-Xmx256m",
            "-Dorg.bytedeco.javacpp.maxbytes=200m",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=1500m")) {
      Event.Failed failed = worker.await(Event.Failed.class);
      assertThat(failed.code()).isEqualTo(ExitCode.OUT_OF_MEMORY);
      assertThat(failed.message())
          .isEqualTo(
              "Cannot continue trial 'tiny', seed 1: the memory outside the Java heap is used up"
                  + " (limit 200 MiB, the whole process 1500 MiB). Raise 'cl.fork.maxOffHeap', or"
                  + " make batches or the model smaller.");
      assertThat(worker.exit()).isEqualTo(ExitCode.OUT_OF_MEMORY.code());
    }
  }

  private WorkerProcess endless() throws Exception {
    return WorkerProcess.start(project, project.request("\"tiny\"", MANY_EPOCHS), ME);
  }
}
