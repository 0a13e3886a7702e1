package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Augmentation;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.method.Joint;
import io.clmaven.runtime.method.StableSgd;
import io.clmaven.runtime.method.agem.AGem;
import io.clmaven.runtime.method.agem.AGemParameters;
import io.clmaven.runtime.method.ewc.Ewc;
import io.clmaven.runtime.method.ewc.EwcParameters;
import io.clmaven.runtime.method.ewc.EwcParameters.Consolidation;
import io.clmaven.runtime.method.fsdgpm.Dgpm;
import io.clmaven.runtime.method.fsdgpm.FsDgpm;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.method.fsdgpm.FsGpm;
import io.clmaven.runtime.method.fsdgpm.LaDgpm;
import io.clmaven.runtime.method.fsdgpm.LaGpm;
import io.clmaven.runtime.method.fsdgpm.Perturbation;
import io.clmaven.runtime.method.fsdgpm.ReplayGpm;
import io.clmaven.runtime.method.fsdgpm.Tuning;
import io.clmaven.runtime.method.gpm.Gpm;
import io.clmaven.runtime.method.gpm.GpmParameters;
import io.clmaven.runtime.method.replay.Er;
import io.clmaven.runtime.method.replay.ErAdded;
import io.clmaven.runtime.method.replay.ErAddedParameters;
import io.clmaven.runtime.method.replay.ErParameters;
import io.clmaven.runtime.method.replay.FsEr;
import io.clmaven.runtime.method.replay.FsErParameters;
import io.clmaven.runtime.optimizer.Sgd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final TinyTrial SCHEDULED =
      TinyTrial.DEFAULT.with(new Training.Schedule(1, 2, 0.04, false));
  private static final TinyTrial GPM =
      TinyTrial.DEFAULT.with(
          Gpm::new, new GpmParameters(List.of(0.6, 0.6), 0.01, 30, List.of(30, 20)));
  private static final TinyTrial ER =
      TinyTrial.DEFAULT.with(Er::new, new ErParameters(12, 0.5, 2, false));
  private static final TinyTrial FS_ER =
      TinyTrial.DEFAULT
          .of(TinyNormModel::new)
          .with(FsEr::new, new FsErParameters(12, 0.5, 2, 3, 0.05, true));
  private static final TinyTrial JOINT =
      TinyTrial.DEFAULT
          .with(new TinyBenchmark.Parameters(3, 23, 10, TinyBenchmark.Heads.PER_TASK))
          .with(Joint::new);

  private static final TinyTrial AUGMENTED =
      GPM.with(
          new TinyBenchmark.Parameters(
              3, 47, 10, TinyBenchmark.Heads.ONE, Optional.of(new Augmentation(1, true))));

  private static final TinyTrial NORM = TinyTrial.DEFAULT.of(TinyNormModel::new);
  private static final TinyTrial TWO_PASSES = NORM.with(new TinyTrial.Length(2, 2));
  private static final TinyTrial SCHEDULED_NORM =
      NORM.with(new Training.Schedule(1, 2, 0.04, false));

  private static final TinyTrial RESTARTED =
      TinyTrial.DEFAULT
          .with(Uphill::new)
          .withSgd(Sgd::new)
          .with(new Training.Schedule(1, 2, 0.01, true));
  private static final TinyTrial RESTARTED_LIVE =
      RESTARTED.with(FsDgpm::new, new Tuning().withLearning(Learning.LIVE).build());

  private static final TinyTrial FS_DGPM =
      TinyTrial.DEFAULT.with(FsDgpm::new, new Tuning().withGlances(2).build());
  private static final TinyTrial LA_DGPM =
      SCHEDULED_NORM.with(LaDgpm::new, new Tuning().inSecondOrder().build());
  private static final TinyTrial DGPM =
      SCHEDULED_NORM.with(
          Dgpm::new, new Tuning().withLearning(Learning.LIVE).buildDgpm(Perturbation.DOWN));
  private static final TinyTrial LOGIT_DGPM =
      SCHEDULED.with(FsDgpm::new, new Tuning().withLearning(Learning.LOGIT).build());
  private static final TinyTrial FS_GPM = SCHEDULED.with(FsGpm::new, new Tuning().buildFsGpm());
  private static final TinyTrial LA_GPM =
      TinyTrial.DEFAULT.with(LaGpm::new, new Tuning().buildFsGpm());
  private static final TinyTrial REPLAY_GPM =
      NORM.with(ReplayGpm::new, new Tuning().buildReplayGpm());

  private static final TinyTrial HEADS =
      NORM.with(new TinyBenchmark.Parameters(3, 47, 10, TinyBenchmark.Heads.PER_TASK));
  private static final TinyTrial STABLE_SGD =
      HEADS.with(StableSgd::new, new StableSgd.Parameters(0.8, 0));
  private static final TinyTrial EWC =
      HEADS.with(Ewc::new, ewc(EwcParameters.Fisher.OFFICIAL, Consolidation.OFFICIAL));
  private static final TinyTrial EXACT_EWC =
      NORM.with(Ewc::new, ewc(EwcParameters.Fisher.EXACT, Consolidation.SEPARATE));
  private static final TinyTrial ONLINE_EWC =
      HEADS.with(Ewc::new, ewc(EwcParameters.Fisher.EMPIRICAL, Consolidation.ONLINE));
  private static final TinyTrial A_GEM = HEADS.with(AGem::new, new AGemParameters(2));
  private static final TinyTrial ER_ADDED =
      HEADS.with(ErAdded::new, new ErAddedParameters(2, ErAddedParameters.Memory.RESERVOIR));
  private static final TinyTrial ER_RING =
      NORM.with(ErAdded::new, new ErAddedParameters(2, ErAddedParameters.Memory.RING));

  private static final TinyTrial ER_VITTER =
      HEADS.with(ErAdded::new, new ErAddedParameters(2, ErAddedParameters.Memory.VITTER));

  private static final TinyTrial ADAM =
      TinyTrial.DEFAULT.withOptimizer("{name: adam, learningRate: 0.01}");
  private static final TinyTrial TAG =
      NORM.withOptimizer("{name: tag-adam, learningRate: 0.001, b: 3}");

  private final Path root;
  private final Map<TinyTrial, TrialResult> uninterrupted = new HashMap<>();

  ResumeTest() throws IOException {
    root = Files.createTempDirectory("resume");
  }

  @Property(tries = 160)
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
    return Arbitraries.of(
        TinyTrial.DEFAULT,
        SCHEDULED,
        GPM,
        ER,
        FS_ER,
        JOINT,
        AUGMENTED,
        NORM,
        TWO_PASSES,
        SCHEDULED_NORM,
        RESTARTED,
        RESTARTED_LIVE,
        FS_DGPM,
        LA_DGPM,
        DGPM,
        LOGIT_DGPM,
        FS_GPM,
        LA_GPM,
        REPLAY_GPM,
        ADAM,
        TAG,
        STABLE_SGD,
        EWC,
        EXACT_EWC,
        ONLINE_EWC,
        A_GEM,
        ER_ADDED,
        ER_RING,
        ER_VITTER);
  }

  private static EwcParameters ewc(EwcParameters.Fisher fisher, Consolidation consolidation) {
    return new EwcParameters(10, fisher, consolidation, 0.9, 30, 100);
  }

  private static void dieAt(int step, TinyTrial trial, Path directory) {
    try {
      trial.killedAt(step).run(directory);
    } catch (TinyTrial.Killed e) {
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
