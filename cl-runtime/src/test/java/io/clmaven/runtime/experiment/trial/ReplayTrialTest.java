package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.method.Naive;
import io.clmaven.runtime.method.fsdgpm.FsEr;
import io.clmaven.runtime.method.fsdgpm.FsErParameters;
import io.clmaven.runtime.method.replay.Er;
import io.clmaven.runtime.method.replay.ErParameters;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replay methods in whole trials, where one of them has to equal another. */
class ReplayTrialTest {

  private static final double UNCLIPPED = 1e9;
  private static final TinyTrial NAIVE = TinyTrial.DEFAULT.with(Naive::new);

  @TempDir Path directory;

  @Test
  void replayWithoutABufferIsNaiveBitForBit() {
    TinyTrial er = TinyTrial.DEFAULT.with(Er::new, new ErParameters(0, UNCLIPPED, 1, false));
    assertThat(parameters(er)).isEqualTo(parameters(NAIVE));
  }

  @Test
  void replayWithoutABufferIsNaiveWithOneHeadPerTaskToo() {
    TinyBenchmark.Parameters heads =
        new TinyBenchmark.Parameters(3, 47, 10, TinyBenchmark.Heads.PER_TASK);
    TinyTrial er =
        TinyTrial.DEFAULT.with(heads).with(Er::new, new ErParameters(0, UNCLIPPED, 1, false));
    assertThat(parameters(er)).isEqualTo(parameters(NAIVE.with(heads)));
  }

  @Test
  void aClippedGradientLearnsOtherParameters() {
    TinyTrial er = TinyTrial.DEFAULT.with(Er::new, new ErParameters(0, 0.1, 1, false));
    assertThat(parameters(er)).isNotEqualTo(parameters(NAIVE));
  }

  @Test
  void secondOrderNeedsAnEngineWithSecondDerivatives() {
    TinyTrial flat =
        TinyTrial.DEFAULT.with(FsEr::new, new FsErParameters(20, 0.5, 1, 2, 0.1, true)).on("dl4j");
    assertThatThrownBy(() -> run(flat))
        .hasMessage(
            "Cannot compute Hessian-vector products with engine 'dl4j': DL4J has no second"
                + " derivatives. Choose engine 'onednn'.");
  }

  @Test
  void replayForgetsLessThanNaive() {
    TinyTrial er = TinyTrial.DEFAULT.with(Er::new, new ErParameters(40, UNCLIPPED, 1, false));
    double naive = run(NAIVE).metrics().get("bwt");
    assertThat(run(er).metrics().get("bwt")).isGreaterThan(naive + 0.1);
  }

  private String parameters(TinyTrial trial) {
    return run(trial).parametersSha256();
  }

  private TrialResult run(TinyTrial trial) {
    return trial.run(directory.resolve("trial" + trial.hashCode()));
  }
}
