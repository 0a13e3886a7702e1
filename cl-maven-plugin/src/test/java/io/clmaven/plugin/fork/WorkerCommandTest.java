package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerCommandTest {

  @TempDir Path folder;

  @Test
  void setsMemoryCrashReportAndClassPath() throws IOException {
    List<String> command = command(List.of()).prepare();

    assertThat(command).hasSize(2).last().isEqualTo("@%s/fork/arguments.txt".formatted(folder));
    assertThat(Files.readAllLines(folder.resolve("fork/arguments.txt")))
        .startsWith(
            "\"-Xmx64m\"",
            "\"-Dorg.bytedeco.javacpp.maxbytes=32m\"",
            "\"-Dorg.bytedeco.javacpp.maxphysicalbytes=1120m\"",
            "\"-Dfile.encoding=UTF-8\"",
            "\"-Djava.awt.headless=true\"",
            "\"-XX:ErrorFile=%s/fork/hs_err_pid%%p.log\"".formatted(folder))
        .endsWith(
            "\"%s\"".formatted(FakeWorker.class.getName()),
            "\"good\"",
            "\"%s/request.json\"".formatted(folder));
    assertThat(folder.resolve("fork/command.txt")).content().startsWith(command.get(0) + "\n");
  }

  @Test
  void givesTheWorkerItsChannelAndItsThreads() {
    Map<String, String> environment = new HashMap<>(Map.of("MAVEN_OPTS", "-Xmx9g", "PATH", "/bin"));

    command(List.of("avx512f")).fill(environment, 4711, "secret");

    assertThat(environment)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "PATH", "/bin",
                "CL_PORT", "4711",
                "CL_TOKEN", "secret",
                "CL_PARENT_PID", Long.toString(ProcessHandle.current().pid()),
                "OMP_NUM_THREADS", "1",
                "OPENBLAS_NUM_THREADS", "1",
                "OPENBLAS_CORETYPE", "SKYLAKEX"));
  }

  @Test
  void leavesAChosenKernelTypeAlone() {
    Map<String, String> environment = new HashMap<>(Map.of("OPENBLAS_CORETYPE", "ZEN"));

    command(List.of("avx512f")).fill(environment, 1, "");

    assertThat(environment).containsEntry("OPENBLAS_CORETYPE", "ZEN");
  }

  @Test
  void tellsWhichToolOptionsAWorkerInherits() {
    ForkSettings settings = ForkFixture.settings(folder, ForkFixture.LONG, Optional.empty());
    String run = "Workers run on %s with %s".formatted(settings.java(), settings.classPath());

    assertThat(settings.details(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:gc")))
        .containsExactly(run, "Workers inherit JAVA_TOOL_OPTIONS='-Xlog:gc'");
    assertThat(settings.details(Map.of("JAVA_TOOL_OPTIONS", " "))).containsExactly(run);
    assertThat(settings.details(Map.of())).containsExactly(run);
  }

  @Test
  void leavesToolOptionsToTheWorker() {
    Map<String, String> environment = new HashMap<>(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:gc"));

    command(List.of()).fill(environment, 1, "");

    assertThat(environment).containsEntry("JAVA_TOOL_OPTIONS", "-Xlog:gc");
  }

  private WorkerCommand command(List<String> features) {
    ForkSettings settings = ForkFixture.settings(folder, ForkFixture.LONG, Optional.empty());
    ForkSettings onPlatform =
        new ForkSettings(
            settings.java(),
            settings.classPath(),
            settings.options(),
            new Platform("linux-x86_64", features),
            settings.mainClass());
    return new WorkerCommand(onPlatform, ForkFixture.request(folder, "good"));
  }
}
