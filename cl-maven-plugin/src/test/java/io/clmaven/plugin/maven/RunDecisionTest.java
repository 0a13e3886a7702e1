package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.progress.RecordingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDecisionTest {

  private static final String SHOWN = "src/main/cl";

  @TempDir Path folder;

  private final RecordingLog log = new RecordingLog();

  @Test
  void runsWhereThereIsAnExperiment() throws IOException {
    Files.createFile(folder.resolve("a.yaml"));
    RunDecision decision = new RunDecision("train").needsExperiments(folder, SHOWN, "jar");

    decision.log(log);

    assertThat(decision.runs()).isTrue();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void saysThatThereIsNoExperiment() {
    RunDecision decision = new RunDecision("train").needsExperiments(folder, SHOWN, "jar");

    decision.log(log);

    assertThat(decision.runs()).isFalse();
    assertThat(log.lines())
        .containsExactly(
            "WARN Skipping cl:train: there is no experiment (*.yaml) in 'src/main/cl'.");
  }

  @Test
  void doesNotWarnInAParent() {
    new RunDecision("train").needsExperiments(folder.resolve("nowhere"), SHOWN, "pom").log(log);

    assertThat(log.lines())
        .containsExactly(
            "INFO Skipping cl:train: there is no experiment (*.yaml) in 'src/main/cl'.");
  }
}
