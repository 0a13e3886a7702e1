package io.clmaven.plugin.sweep;

import static io.clmaven.plugin.sweep.SweepFixture.divergingWith;
import static io.clmaven.plugin.sweep.SweepFixture.failing;
import static io.clmaven.plugin.sweep.SweepFixture.point;
import static io.clmaven.plugin.sweep.SweepFixture.sweep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProcessLock;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.fork.ForkFixture;
import io.clmaven.plugin.progress.LineView;
import io.clmaven.plugin.progress.RecordingLog;
import io.clmaven.plugin.train.Announcement;
import io.clmaven.plugin.train.Training;
import io.clmaven.plugin.train.TrainingFixture;
import io.clmaven.plugin.train.TrainingOptions;
import io.clmaven.runtime.experiment.plan.Halving;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.result.SweepResult;
import io.clmaven.runtime.experiment.result.SweepResult.Point;
import io.clmaven.runtime.experiment.result.SweepResult.Rung;
import io.clmaven.runtime.experiment.result.SweepResult.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepingTest {

  private static final Optional<Halving> NO_HALVING = Optional.empty();

  @TempDir Path run;

  private final RecordingLog log = new RecordingLog();
  private final Sweeping sweeping = new Sweeping(TrainingFixture.training());

  @Test
  void theBestPointComesFirstAndDivergedOnesLast() {
    SweepResult result =
        run(sweep(2, NO_HALVING, failing(1, "DIVERGED"), point(0.1, 0.5), point(0.01, 0.7)));

    assertThat(result.winner()).contains("rate=0.01");
    assertThat(result.evaluated()).isEqualTo("validation");
    assertThat(result.rungs()).containsExactly(new Rung(3, 2));
    assertThat(result.points())
        .extracting(Point::name, Point::state, Point::reason)
        .containsExactly(
            tuple("rate=0.01", State.COMPLETE, Optional.empty()),
            tuple("rate=0.1", State.COMPLETE, Optional.empty()),
            tuple("rate=1.0", State.DIVERGED, Optional.of("Cannot train seed 1: it must fail.")));
    assertThat(log.lines())
        .filteredOn(line -> line.contains("rate=1.0 seed 2") && !line.startsWith("INFO Training"))
        .singleElement()
        .asString()
        .matches(
            "WARN \\[rates/rate=1\\.0 seed 2] diverged after [0-9]+s \\([1-6] of 6 trials\\):"
                + " Cannot train seed 2: it must fail\\.");
    assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
    // 0.71 and 0.72: the mean is 0.715, both are 0.005 from it: the sample deviation is 0.005 *
    // sqrt(2)
    assertThat(SweepTable.lines(result))
        .containsExactly(
            "rank  rate  seeds  accuracy          outcome",
            "1     0.01  2      0.7150 +- 0.0071  complete",
            "2     0.1   2      0.5150 +- 0.0071  complete",
            "3     1     -      -                 diverged in rung 1",
            "accuracy is measured on validation examples",
            "+- is the standard deviation over the seeds");
  }

  @Test
  void halvingGivesEveryPointOfARungTheSameSeedsAndDropsTheRest() {
    SweepResult result =
        run(
            sweep(
                5,
                Optional.of(new Halving(3, 1)),
                point(1, 0.1),
                point(2, 0.5),
                point(3, 0.2),
                point(4, 0.6),
                point(5, 0.3),
                point(6, 0.4)));

    assertThat(result.rungs()).containsExactly(new Rung(6, 1), new Rung(2, 3), new Rung(1, 5));
    assertThat(result.points())
        .extracting(Point::name, Point::rung, p -> p.scores().size(), Point::state)
        .containsExactly(
            tuple("rate=4.0", 3, 5, State.COMPLETE),
            tuple("rate=2.0", 2, 3, State.DROPPED),
            tuple("rate=6.0", 1, 1, State.DROPPED),
            tuple("rate=5.0", 1, 1, State.DROPPED),
            tuple("rate=3.0", 1, 1, State.DROPPED),
            tuple("rate=1.0", 1, 1, State.DROPPED));
    assertThat(log.lines())
        .filteredOn(line -> line.startsWith("INFO Sweep"))
        .containsExactly(
            "INFO Sweep rates, rung 1 of 3: 6 points with 1 seed each.",
            "INFO Sweep rates, rung 2 of 3: 2 points with 3 seeds each.",
            "INFO Sweep rates, rung 3 of 3: 1 point with 5 seeds each.");
  }

  @Test
  void aSurvivorThatDivergesComesLastAndAnotherPointWins() {
    SweepResult result =
        run(
            sweep(
                3,
                Optional.of(new Halving(3, 1)),
                point(1, 0.3),
                divergingWith(2, 2, 0.9),
                point(3, 0.5)));

    assertThat(result.winner()).contains("rate=3.0");
    assertThat(result.rungs()).containsExactly(new Rung(3, 1), new Rung(1, 3));
    assertThat(result.points())
        .extracting(Point::name, Point::rung, Point::state)
        .containsExactly(
            tuple("rate=3.0", 1, State.DROPPED),
            tuple("rate=1.0", 1, State.DROPPED),
            tuple("rate=2.0", 2, State.DIVERGED));
  }

  @Test
  void equalPointsKeepTheOrderOfTheGrid() {
    assertThat(run(sweep(1, NO_HALVING, point(3, 0.5), point(2, 0.5))).points())
        .extracting(Point::name)
        .containsExactly("rate=3.0", "rate=2.0");
  }

  @Test
  void aSecondRunTrainsNothingAndWritesTheSameBytes() throws IOException {
    PlannedSweep sweep = sweep(2, NO_HALVING, failing(1, "DIVERGED"), point(0.1, 0.5));
    run(sweep);
    byte[] first = Files.readAllBytes(folder(sweep).result());
    int before = log.lines().size();

    run(sweep);

    assertThat(folder(sweep).result()).hasBinaryContent(first);
    assertThat(log.lines().subList(before, log.lines().size()))
        .containsExactly(
            "INFO Sweep rates, rung 1 of 1: 2 points with 2 seeds each.",
            "INFO 2 trials are up to date: nothing to train.");
  }

  @Test
  void whatIsMissingIsRunAgainAndGivesTheSameBytes() throws IOException {
    PlannedSweep sweep = sweep(2, NO_HALVING, point(1, 0.2), point(0.1, 0.5));
    run(sweep);
    byte[] first = Files.readAllBytes(folder(sweep).result());
    Files.delete(folder(sweep).path().resolve("rate=1.0/seed-2/results.json"));
    Files.delete(folder(sweep).result());
    int before = log.lines().size();

    run(sweep);

    assertThat(folder(sweep).result()).hasBinaryContent(first);
    assertThat(log.lines().subList(before, log.lines().size()))
        .filteredOn(line -> line.startsWith("INFO Training"))
        .containsExactly("INFO Training 1 of 4 trials: there are no results.");
  }

  @Test
  void anotherFailureFailsTheGoalAfterTheOtherPointsAndLeavesNoEarlierResult() {
    PlannedSweep sweep = sweep(1, NO_HALVING, failing(1, "USER_CODE"), point(0.1, 0.5));
    PlannedSweep earlier = sweep(1, NO_HALVING, point(2, 0.4));
    WinnerFile.write(folder(sweep).winner(), earlier, run(earlier));

    assertThatThrownBy(() -> run(sweep)).isInstanceOf(ProjectException.class);

    assertThat(folder(sweep).path().resolve("rate=0.1/seed-1/results.json")).exists();
    assertThat(folder(sweep).result()).doesNotExist();
    assertThat(folder(sweep).winner()).doesNotExist();
  }

  @Test
  void whereEveryPointDivergesThereIsNoWinner() {
    Optional<Halving> halving = Optional.of(new Halving(2, 1));
    SweepResult result = run(sweep(2, halving, failing(1, "DIVERGED"), failing(2, "DIVERGED")));

    assertThat(result.winner()).isEmpty();
    assertThat(result.rungs()).containsExactly(new Rung(2, 1));
    assertThatThrownBy(() -> WinnerFile.requireWinner(result, "sweeps/rates/sweep.json"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot choose a winner of sweep 'rates': training diverged at every point. Read the reasons in 'sweeps/rates/sweep.json' and search other values, for example smaller learning rates.");
  }

  @Test
  void saysThatAMetricIsUndefinedInTheResults() {
    PlannedSweep plain = sweep(1, NO_HALVING, point(1, 0.2));
    PlannedSweep other =
        new PlannedSweep(
            plain.name(),
            plain.file(),
            plain.files(),
            plain.experiment(),
            plain.overrides(),
            "bwt",
            plain.parameters(),
            plain.seeds(),
            plain.halving(),
            plain.points());

    assertThatThrownBy(() -> run(other))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot compare points by 'bwt': it is undefined in the results of rates/rate=1.0 seed 1. Choose another metric.");
  }

  @Test
  void givesUpWhenAnotherBuildRunsTheSameSweepForTooLong() {
    PlannedSweep sweep = sweep(1, NO_HALVING, point(1, 0.2));
    Path folder = folder(sweep).path();
    ProcessLock other =
        ProcessLock.take(folder.resolve(".lock"), Duration.ZERO, () -> {}).orElseThrow();

    assertThatThrownBy(() -> run(sweep))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot use '%s': another build has used it for more than 0s. Wait for it, raise cl.lockTimeout or set another cl.runId."
                .formatted(folder));
    other.close();
  }

  @Test
  void theWinnerIsAnExperimentThatExtendsTheSearchedOne() throws IOException {
    PlannedSweep sweep = sweep(2, NO_HALVING, point(0.1, 0.5), point(1e-9, 0.7));
    SweepResult result = run(sweep);

    WinnerFile.write(folder(sweep).winner(), sweep, result);

    assertThat(folder(sweep).winner())
        .content()
        .isEqualTo(
            """
            # The best of 2 points of the sweep 'rates': training.rate: 1e-9.
            # Its accuracy is 0.7150 +- 0.0071 on validation examples, over 2 seeds. The test set was never seen.
            # Searched on preset/naive; in the search only: benchmark.tasks: 3.
            extends: preset/naive
            training:
              rate: 0.000000001
            """);
  }

  @Test
  void oneSeedHasNoDeviation() {
    PlannedSweep sweep = sweep(1, NO_HALVING, point(0.1, 0.5));
    SweepResult result = run(sweep);

    WinnerFile.write(folder(sweep).winner(), sweep, result);

    assertThat(SweepTable.lines(result))
        .containsExactly(
            "rank  rate  seeds  accuracy  outcome",
            "1     0.1   1      0.5100    complete",
            "accuracy is measured on validation examples");
    assertThat(folder(sweep).winner())
        .content()
        .contains("# Its accuracy is 0.5100 on validation examples, over 1 seed.");
  }

  private SweepFolder folder(PlannedSweep sweep) {
    return SweepFolder.of(run, sweep);
  }

  private SweepResult run(PlannedSweep sweep) {
    SweepFolder folder = folder(sweep);
    return sweeping.run(
        sweep, new Sweeping.Context(folder, () -> rung(folder), Duration.ZERO, log));
  }

  private Training.Context rung(SweepFolder folder) {
    return new Training.Context(
        ForkFixture.trainer(run),
        new TrainingOptions(
            folder.path(), run.resolve("data"), run, "auto", 2, false, false, Duration.ZERO),
        new Semaphore(2),
        new LineView(log, Duration.ofSeconds(10), Clock.systemUTC()),
        Sweeping.POLICY,
        Announcement.SUMMARY,
        log);
  }
}
