package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.method.StepContext;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials whose numbers are no longer finite. */
class TrialDivergenceTest {

  @TempDir Path directory;

  @Test
  void saysWhereTrainingDiverged() {
    assertThatThrownBy(() -> TinyTrial.DEFAULT.with(Poison::new).run(directory))
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "Cannot continue trial 'tiny', seed 1: the loss became NaN in task 1 of 3 ('points-0'),"
                + " epoch 1, step 3, at learning rate 0.1. Lower"
                + " 'training.optimizer.learningRate', or look for values in the data that are not"
                + " finite.");
    assertThat(directory.resolve(TrialResult.FILE)).doesNotExist();
  }

  @Test
  void saysWhatToDoWhereTagMeetsTensorsWithoutGradients() {
    TinyTrial trial =
        TinyTrial.DEFAULT
            .with(NoGradient::new)
            .withOptimizer("{name: tag-rmsprop, learningRate: 0.1}");
    assertThatThrownBy(() -> trial.run(directory))
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "Cannot continue trial 'tiny', seed 1: the loss became NaN in task 2 of 3 ('points-1'),"
                + " epoch 1, step 2, at learning rate 0.1. Lower"
                + " 'training.optimizer.learningRate', or look for values in the data that are not"
                + " finite. If all gradients of a tensor were zero, set"
                + " 'training.optimizer.zeroMoment' to 'orthogonal'.");
  }

  /** Makes the parameters NaN in the second step. */
  private static final class Poison extends TinyMethod {
    @Override
    public void adjustGradient(StepContext step) {
      if (step.step() == 1) {
        step.gradient()[0] = Float.NaN;
      }
    }
  }

  private static final class NoGradient extends TinyMethod {
    @Override
    public void adjustGradient(StepContext step) {
      Arrays.fill(step.gradient(), 0f);
    }
  }
}
