package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.HeatMap;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.method.fsdgpm.FsDgpm;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.method.fsdgpm.Tuning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What methods promise in a trial, and what they show beside the accuracies. */
class TrialContractsTest {

  @TempDir Path directory;

  @Test
  void warnsOnceAboutABrokenContractAndGoesOn() throws IOException {
    List<String> warnings = new ArrayList<>();
    TrialListener listener =
        new TrialListener() {
          @Override
          public void warned(String message) {
            warnings.add(message);
          }
        };
    TrialResult result = TinyTrial.DEFAULT.with(PromiseBreaker::new).run(directory, listener);
    assertThat(warnings)
        .containsExactly(
            "Contract 'tiny.zero' does not hold in trial 'tiny', seed 1: at task 2, layer lin1 the"
                + " deviation is 0.0025, the maximum is 1.0e-05.");
    assertThat(ResultFile.read(directory).diagnostics()).isEqualTo(result.diagnostics());
  }

  @ParameterizedTest
  @EnumSource(Learning.class)
  void contractsOfSoftProjectionsHold(Learning learning) {
    TrialResult result =
        TinyTrial.DEFAULT
            .with(FsDgpm::new, new Tuning().withLearning(learning).build())
            .run(directory);
    // two layers: after three tasks, at the first step of three epochs of two tasks
    assertThat(result.diagnostics().contracts())
        .allMatch(Contract::holds)
        .extracting(Contract::checks)
        .containsExactly(6L, 12L);
    assertThat(result.diagnostics().maps())
        .extracting(HeatMap::id)
        .containsExactly("fs-dgpm.rank", "fs-dgpm.released", "fs-dgpm.lambda");
  }

  @Test
  void showsDirectionsThatSoftWeightsReleased() {
    Tuning moving =
        new Tuning().withSteps(0.05, 100).withLambda(0.5, 3).withLearning(Learning.LOGIT);
    TrialResult result = TinyTrial.DEFAULT.with(FsDgpm::new, moving.build()).run(directory);
    HeatMap released = result.diagnostics().maps().get(1);
    assertThat(released.id()).isEqualTo("fs-dgpm.released");
    assertThat(released.values()).anySatisfy(row -> assertThat(row).anyMatch(share -> share > 0));
  }

  /** Breaks its promise at the second task. */
  private static final class PromiseBreaker extends TinyMethod {

    private Contract zero = new Contract("tiny.zero", "|x|", 1e-5);
    private Contract number = new Contract("tiny.number", "x", 1);

    @Override
    public void afterTask(Task task) {
      zero = zero.checked(task.index() == 0 ? 0 : 0.0025, "task 2, layer lin1");
      number = number.checked(0.5, "task 1");
    }

    @Override
    public Diagnostics diagnostics() {
      HeatMap map =
          new HeatMap(
              "tiny.map",
              "Something",
              "Of layers after tasks.",
              "%",
              List.of("lin1"),
              List.of("points-0", "points-1"),
              List.of(List.of(12.5, Double.NaN)));
      return new Diagnostics(List.of(zero, number), List.of(map));
    }
  }
}
