package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;

/** A trial killed at any step, several times, ends like one that never was, bit for bit. */
class ResumeTest {

  private static final TinyTrial SCHEDULED =
      TinyTrial.DEFAULT.with(new Training.Schedule(1, 2, 0.04));

  private final Path root;
  private final TrialResult constant;
  private final TrialResult scheduled;

  ResumeTest() throws IOException {
    root = Files.createTempDirectory("resume");
    constant = TinyTrial.DEFAULT.run(root.resolve("constant"));
    scheduled = SCHEDULED.run(root.resolve("scheduled"));
  }

  @Property(tries = 40)
  void endsLikeAnUninterruptedTrial(
      @ForAll @IntRange(min = 0, max = 44) int first,
      @ForAll @IntRange(min = 0, max = 20) int further,
      @ForAll @IntRange(min = 1, max = 20) int checkpointEvery)
      throws IOException {
    TinyTrial trial = TinyTrial.DEFAULT.withCheckpointEvery(checkpointEvery);
    assertEqual(killedTwice(trial, first, first + further), constant);
  }

  @Property(tries = 40)
  void endsLikeAnUninterruptedTrialWithASchedule(
      @ForAll @IntRange(min = 0, max = 30) int first,
      @ForAll @IntRange(min = 0, max = 20) int further,
      @ForAll @IntRange(min = 1, max = 20) int checkpointEvery)
      throws IOException {
    TinyTrial trial = SCHEDULED.withCheckpointEvery(checkpointEvery);
    assertEqual(killedTwice(trial, first, first + further), scheduled);
  }

  private TrialResult killedTwice(TinyTrial trial, int first, int second) throws IOException {
    Path directory = Files.createTempDirectory(root, "killed");
    for (int step : List.of(first, second)) {
      try {
        trial.with(killer(step)).run(directory);
      } catch (Killed e) {
        continue;
      }
    }
    return trial.run(directory);
  }

  private static void assertEqual(TrialResult resumed, TrialResult uninterrupted) {
    assertThat(resumed.parametersSha256()).isEqualTo(uninterrupted.parametersSha256());
    assertThat(resumed.accuracy().rows()).isEqualTo(uninterrupted.accuracy().rows());
    assertThat(resumed.accuracy().untrained()).isEqualTo(uninterrupted.accuracy().untrained());
    assertThat(resumed.tasks())
        .extracting(TrialResult.TaskCost::steps)
        .isEqualTo(uninterrupted.tasks().stream().map(TrialResult.TaskCost::steps).toList());
  }

  private static Supplier<ContinualMethod> killer(int step) {
    return () -> new Killer(step);
  }

  @AfterProperty
  void removeFiles() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Does what {@link TinyMethod} does until it dies. */
  private static final class Killer extends TinyMethod {

    private final int step;

    Killer(int step) {
      this.step = step;
    }

    @Override
    public void adjustGradient(StepContext context) {
      if (context.step() == step) {
        throw new Killed();
      }
      super.adjustGradient(context);
    }
  }
}
