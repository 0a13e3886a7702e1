package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.Experiment.Evaluated;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTrialTest {

  private static final int HELD_OUT = 10;
  private static final int FOR_THE_TEST = 30;

  @TempDir Path directory;

  @Test
  void nobodyReachesTheTestExamples() {
    run(TinyTrial.DEFAULT.with(() -> new Looker(HELD_OUT)), Optional.of(Evaluated.VALIDATION));
    run(TinyTrial.DEFAULT.with(() -> new Looker(FOR_THE_TEST)), Optional.empty());
  }

  @Test
  void accuraciesAreSharesOfTheValidationExamples() {
    TrialResult result = run(TinyTrial.DEFAULT, Optional.of(Evaluated.VALIDATION));
    assertThat(result.accuracy().rows())
        .flatMap(row -> row)
        .allSatisfy(a -> assertThat(a * HELD_OUT % 1).isZero());
  }

  @Test
  void learnsTheSameAsWithoutTheSeal() {
    assertThat(run(TinyTrial.DEFAULT, Optional.of(Evaluated.VALIDATION)).parametersSha256())
        .isEqualTo(run(TinyTrial.DEFAULT, Optional.of(Evaluated.TEST)).parametersSha256());
  }

  @Test
  void saysWhichTaskHasNoValidationExamples() {
    TinyTrial trial =
        TinyTrial.DEFAULT.with(new TinyBenchmark.Parameters(3, 47, 0, TinyBenchmark.Heads.ONE));
    assertThatThrownBy(() -> run(trial, Optional.of(Evaluated.VALIDATION)))
        .isInstanceOf(IllegalTrialException.class)
        .hasMessage(
            "Cannot evaluate trial 'tiny', seed 1 on validation examples: task 1 ('points-0') has"
                + " none. Hold some out, for example with 'benchmark: {validation: 0.1}'.");
  }

  private TrialResult run(TinyTrial trial, Optional<Evaluated> evaluated) {
    Experiment plain = trial.experiment();
    Experiment experiment =
        new Experiment(
            plain.description(),
            plain.benchmark(),
            plain.model(),
            plain.method(),
            plain.training(),
            plain.analysis(),
            plain.seeds(),
            plain.check(),
            evaluated);
    TrialWatch watch = TrialWatch.of(new TrialListener() {}, new StopRequest());
    try (TrialRunner runner = new TrialRunner(experiment, trial.specification(directory), watch)) {
      return runner.run();
    }
  }

  /** Counts the test examples that a method sees. */
  private record Looker(int expected) implements ContinualMethod {

    @Override
    public Declaration declaration() {
      return new Declaration("looker", "Looks.", "made for tests", Declaration.None.class);
    }

    @Override
    public void begin(MethodContext context) {
      TaskStream tasks = context.tasks();
      assertThat(IntStream.range(0, tasks.size()).map(i -> tasks.task(i).test().size()))
          .containsOnly(expected);
    }
  }
}
