package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.result.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;

/** A trial killed at any step, several times, ends like one that never was, bit for bit. */
class ResumeTest {

  private final Path root;
  private final Map<TinyTrial, TrialResult> uninterrupted = new HashMap<>();

  ResumeTest() throws IOException {
    root = Files.createTempDirectory("resume");
  }

  @Property(tries = 180)
  void endsLikeAnUninterruptedTrial(
      @ForAll("trials") TinyTrial trial,
      @ForAll @IntRange(min = 0, max = 44) int first,
      @ForAll @IntRange(min = 0, max = 20) int further,
      @ForAll @IntRange(min = 1, max = 20) int checkpointEvery)
      throws IOException {
    Path directory = Files.createTempDirectory(root, "killed");
    TinyTrial checkpointed = trial.withCheckpointEvery(checkpointEvery);
    dieAt(first, checkpointed, directory);
    dieAt(first + further, checkpointed, directory);
    TrialResult expected =
        uninterrupted.computeIfAbsent(trial, t -> t.run(root.resolve("whole" + t.hashCode())));
    assertEqual(checkpointed.run(directory), expected);
  }

  @Property(tries = 3)
  void endsLikeAnUninterruptedTrialOnDl4j(@ForAll @IntRange(min = 8, max = 44) int step)
      throws IOException {
    TinyTrial trial = TinyTrial.DEFAULT.on("dl4j");
    Path directory = Files.createTempDirectory(root, "killed");
    dieAt(step, trial, directory);
    TrialResult expected =
        uninterrupted.computeIfAbsent(trial, t -> t.run(root.resolve("whole" + t.hashCode())));
    assertEqual(trial.run(directory), expected);
  }

  @Provide
  Arbitrary<TinyTrial> trials() {
    return Arbitraries.of(ResumedTrials.all());
  }

  private static void dieAt(int step, TinyTrial trial, Path directory) {
    try {
      trial.killedAt(step).run(directory);
    } catch (Killer.Killed e) {
      return; // as intended; a trial whose schedule stops it early may be done before
    }
  }

  private static void assertEqual(TrialResult resumed, TrialResult uninterrupted) {
    assertThat(resumed.parametersSha256()).isEqualTo(uninterrupted.parametersSha256());
    assertThat(resumed.accuracy().rows()).isEqualTo(uninterrupted.accuracy().rows());
    assertThat(resumed.accuracy().untrained()).isEqualTo(uninterrupted.accuracy().untrained());
    assertThat(resumed.tasks())
        .extracting(TrialResult.TaskCost::steps)
        .isEqualTo(uninterrupted.tasks().stream().map(TrialResult.TaskCost::steps).toList());
    assertThat(resumed.diagnostics()).isEqualTo(uninterrupted.diagnostics());
  }

  @AfterProperty
  void removeFiles() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
