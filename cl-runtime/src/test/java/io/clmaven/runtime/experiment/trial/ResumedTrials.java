package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Augmentation;
import io.clmaven.runtime.experiment.Training;
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
import io.clmaven.runtime.method.fsdgpm.FsEr;
import io.clmaven.runtime.method.fsdgpm.FsErParameters;
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
import io.clmaven.runtime.optimizer.Sgd;
import java.util.List;
import java.util.Optional;

/** A variant of a tiny trial for everything that has a state to save. */
final class ResumedTrials {

  private static final String TAG_RMSPROP = "{name: tag-rmsprop, learningRate: 0.001, b: 5}";
  private static final String TAG_ADAM = "{name: tag-adam, learningRate: 0.001, b: 3}";

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
  private static final TinyTrial TAG = NORM.withOptimizer(TAG_ADAM);
  private static final TinyTrial TAG_ER =
      ER_ADDED.withOptimizer(TAG_RMSPROP).evaluating(Training.Evaluation.LEARNT);
  private static final TinyTrial TAG_EWC = EWC.withOptimizer(TAG_ADAM);
  private static final TinyTrial TAG_A_GEM = A_GEM.withOptimizer(TAG_RMSPROP);

  private ResumedTrials() {}

  static List<TinyTrial> all() {
    return List.of(
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
        TAG_ER,
        TAG_EWC,
        TAG_A_GEM,
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
}
