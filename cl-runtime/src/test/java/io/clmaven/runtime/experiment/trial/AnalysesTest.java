package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.experiment.analysis.LossLandscapeParameters;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.result.LossLandscapeResult;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials with an analysis. */
class AnalysesTest {

  private static final TinyTrial PLAIN = TinyTrial.DEFAULT.of(TinyNormModel::new);
  private static final TinyTrial ANALYSED =
      PLAIN.with(
          new LossLandscapeParameters(
              2,
              new BigDecimal("-1"),
              BigDecimal.ONE,
              new BigDecimal("0.25"),
              40, // more than a batch of the evaluation
              LossLandscapeParameters.Tasks.LEARNT,
              3));

  @TempDir Path directory;

  private static Path file(Path trial) {
    return trial.resolve("analysis/loss-landscape.json");
  }

  @Test
  void learnsTheSameWithAndWithoutAnAnalysis() {
    TrialResult plain = PLAIN.run(directory.resolve("plain"));
    TrialResult analysed = ANALYSED.run(directory.resolve("analysed"));
    assertThat(analysed.parametersSha256()).isEqualTo(plain.parametersSha256());
    assertThat(analysed.accuracy().rows()).isEqualTo(plain.accuracy().rows());
    assertThat(directory.resolve("plain/analysis")).doesNotExist();
  }

  @Test
  void writesWhatItMeasured() throws IOException {
    ANALYSED.run(directory);
    LossLandscapeResult result =
        Json.mapper().readValue(file(directory).toFile(), LossLandscapeResult.class);
    assertThat(result.schema()).isEqualTo(LossLandscapeResult.SCHEMA);
    assertThat(result.curves()).hasSize(6);
    assertThat(result.surfaces()).hasSize(3);
    // at the weights, which are trained, the loss is smaller than far away from them
    List<Float> curve = result.curves().get(0).losses().get(0);
    assertThat(curve.get(4)).isLessThan(curve.get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 15, 22, 44})
  void endsWithTheSameFileAfterAKill(int step) throws IOException {
    Path whole = directory.resolve("whole");
    Path killed = directory.resolve("killed");
    ANALYSED.run(whole);
    assertThatThrownBy(() -> ANALYSED.killedAt(step).run(killed)).isInstanceOf(Killer.Killed.class);
    ANALYSED.run(killed);
    assertThat(file(killed)).hasSameBinaryContentAs(file(whole));
  }

  @Test
  void aStopEndsAnAnalysisThatIsRunAgain() throws IOException {
    Path whole = directory.resolve("whole");
    Path stopped = directory.resolve("stopped");
    ANALYSED.run(whole);
    StopRequest stop = new StopRequest();
    TrialListener stopsAfterTask =
        new TrialListener() {
          @Override
          public void taskDone(int task, List<Double> accuracies) {
            stop.raise();
          }
        };
    assertThatThrownBy(() -> ANALYSED.run(stopped, TrialWatch.of(stopsAfterTask, stop)))
        .isInstanceOf(TrialStoppedException.class)
        .hasMessage(
            "Stopped trial 'tiny', seed 1 after step 15. Run it again to go on from there.");
    ANALYSED.run(stopped);
    assertThat(file(stopped)).hasSameBinaryContentAs(file(whole));
    assertThat(ResultFile.read(stopped).parametersSha256())
        .isEqualTo(ResultFile.read(whole).parametersSha256());
  }

  @Test
  void saysThatAFileCannotBeWritten() throws IOException {
    Files.writeString(directory.resolve("analysis"), "a file where a folder is to be");
    assertThatThrownBy(() -> ANALYSED.run(directory)).isInstanceOf(StorageException.class);
    assertThat(directory.resolve(TrialResult.FILE)).doesNotExist();
  }
}
