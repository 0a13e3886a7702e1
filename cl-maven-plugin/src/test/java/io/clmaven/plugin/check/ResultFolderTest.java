package io.clmaven.plugin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.result.LossLandscapeResult.Grid;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {

  private static final String LANDSCAPE =
      """
      {"schema": 1, "steps": [-1, 0], "curves": [{"after": 0, "on": 0, "losses": [[0.5, null]]}],
       "axis": [], "surfaces": []}
      """;

  @TempDir Path base;
  private ResultFolder folder;

  @BeforeEach
  void useFolderBelowTheModule() {
    folder = new ResultFolder(base.resolve("cl/default"), base);
  }

  @Test
  void readsTheTrialsInTheOrderOfTheirSeeds() throws IOException {
    for (long seed : new long[] {10, 9, 1}) {
      write("gpm", seed, Json.mapper().writeValueAsString(trial(seed)));
    }
    Files.createDirectories(folder.directory().resolve("gpm/seed-11/checkpoint"));
    Files.createDirectories(folder.directory().resolve("report"));
    assertThat(folder.experiments()).containsExactly("gpm");
    assertThat(folder.read("gpm").trials())
        .extracting(TrialResult::seed)
        .containsExactly(1L, 9L, 10L);
    assertThat(folder.read("gpm").trial(9).orElseThrow().fingerprint())
        .isEqualTo(trial(9).fingerprint());
  }

  @Test
  void folderThatIsNotThereHasNoResults() {
    assertThat(folder.experiments()).isEmpty();
    assertThat(folder.read("gpm").trials()).isEmpty();
  }

  @Test
  void truncatedResultIsNamed() throws IOException {
    write("gpm", 1, "{\"schema\": 1, \"experiment\": ");
    assertThatThrownBy(() -> folder.read("gpm"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot read the result 'cl/default/gpm/seed-1/results.json': ")
        .hasMessageEndingWith(". Delete the file and run cl:train again.");
  }

  @Test
  void resultOfAnotherVersionIsRefused() throws IOException {
    write("gpm", 1, "{\"schema\": 99}");
    assertThatThrownBy(() -> folder.read("gpm"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot read the result 'cl/default/gpm/seed-1/results.json': it has schema 99, this"
                + " version reads 1. Run cl:train again.");
  }

  @Test
  void readsTheLossLandscapesOfTheTrialsThatMeasuredThem() throws IOException {
    writeAnalysis(1, LANDSCAPE);
    writeAnalysis(2, LANDSCAPE);
    ExperimentResults results =
        new ExperimentResults("gpm", List.of(analysed(1), trial(2), analysed(3)));
    assertThat(folder.landscapes(results)).containsOnlyKeys(1L);
    assertThat(folder.landscapes(results).get(1L).curves())
        .containsExactly(new Grid(0, 0, List.of(Arrays.asList(0.5f, null))));
  }

  @Test
  void damagedLossLandscapeIsNamed() throws IOException {
    writeAnalysis(1, "{\"schema\": 1, \"steps\": [");
    ExperimentResults results = new ExperimentResults("gpm", List.of(analysed(1)));
    assertThatThrownBy(() -> folder.landscapes(results))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith(
            "Cannot read the result 'cl/default/gpm/seed-1/analysis/loss-landscape.json': ")
        .hasMessageEndingWith(". Delete the file and run cl:train again.");
  }

  @Test
  void lossLandscapeOfAnotherVersionIsRefused() throws IOException {
    writeAnalysis(1, "{\"schema\": 99}");
    ExperimentResults results = new ExperimentResults("gpm", List.of(analysed(1)));
    assertThatThrownBy(() -> folder.landscapes(results))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot read the result 'cl/default/gpm/seed-1/analysis/loss-landscape.json': it has"
                + " schema 99, this version reads 1. Run cl:train again.");
  }

  private static TrialResult analysed(long seed) {
    TrialResult plain = trial(seed);
    ObjectNode json = Json.mapper().valueToTree(plain);
    json.withObject("/configuration/analysis/loss-landscape");
    try {
      return Json.mapper().treeToValue(json, TrialResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writeAnalysis(long seed, String text) throws IOException {
    Path file =
        folder.directory().resolve("gpm/seed-%d/analysis/loss-landscape.json".formatted(seed));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static TrialResult trial(long seed) {
    return Fixture.trial("gpm", seed, Map.of("accuracy", 0.9), Fixture.PARTS);
  }

  private void write(String experiment, long seed, String text) throws IOException {
    Path file = folder.directory().resolve(experiment).resolve("seed-" + seed + "/results.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
