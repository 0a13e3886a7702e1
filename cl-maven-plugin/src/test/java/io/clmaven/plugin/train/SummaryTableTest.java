package io.clmaven.plugin.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.plugin.check.Fixture;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTableTest {

  @TempDir Path run;

  @Test
  void hasOneRowForEachExperimentThatHasResults() throws IOException {
    List<Trial> trials =
        List.of(
            written(result("gpm", 1, 0.9)),
            written(result("gpm", 2, 0.92)),
            written(result("naive", 1, 0.5)),
            Trial.in(run, Fixture.experiment("untrained").planned(), 1));
    // (0.9 + 0.92) / 2; sample standard deviation: 0.02 / sqrt(2); 7 s + 8 s
    assertThat(SummaryTable.lines(trials))
        .containsExactly(
            "experiment  seeds  accuracy          forgetting.max  bwt  time (all seeds)",
            "gpm         2      0.9100 +- 0.0141  -               -    15s",
            "naive       1      0.5000            -               -    7s",
            "+- is the standard deviation over the seeds");
  }

  @Test
  void saysWhatIsMeasuredOnValidationExamples() throws IOException {
    TrialResult searched = result("searched", 1, 0.9);
    ((ObjectNode) searched.configuration()).put("evaluated", "validation");
    assertThat(SummaryTable.lines(List.of(written(searched), written(result("tested", 1, 0.8)))))
        .containsExactly(
            "experiment  seeds  accuracy  forgetting.max  bwt  time (all seeds)",
            "searched    1      0.9000    -               -    7s",
            "tested      1      0.8000    -               -    7s",
            "searched is measured on validation examples");
  }

  private static TrialResult result(String experiment, long seed, double accuracy) {
    return Fixture.trial(experiment, seed, Map.of("accuracy", accuracy), Fixture.PARTS);
  }

  private Trial written(TrialResult result) throws IOException {
    Trial trial = Trial.in(run, Fixture.experiment(result.experiment()).planned(), result.seed());
    Files.createDirectories(trial.folder());
    Files.writeString(trial.results(), Json.mapper().writeValueAsString(result));
    return trial;
  }
}
