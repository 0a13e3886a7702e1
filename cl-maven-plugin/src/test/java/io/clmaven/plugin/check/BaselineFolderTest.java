package io.clmaven.plugin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFolderTest {

  @TempDir Path base;
  private BaselineFolder folder;

  @BeforeEach
  void useFolderBelowTheModule() {
    folder = new BaselineFolder(base.resolve("baselines"), base);
  }

  @Test
  void writesSortedKeysAndRoundedValues() throws IOException {
    Fixture gpm =
        Fixture.experiment("gpm")
            .trial(10, Map.of("bwt", -0.0123456789, "accuracy", 0.9))
            .trial(2, Map.of("accuracy", 0.91, "bwt", 0.0));
    folder.write(Baseline.of(gpm.results(), Optional.of("harder data")));
    assertThat(Files.readString(folder.file("gpm")))
        .isEqualTo(
            """
            {
              "schema" : 1,
              "experiment" : "gpm",
              "reason" : "harder data",
              "measuredOn" : {
                "backend" : "nd4j-native",
                "benchmark.name" : "split-mnist"
              },
              "metrics" : {
                "accuracy" : {
                  "2" : 0.91,
                  "10" : 0.9
                },
                "bwt" : {
                  "2" : 0.0,
                  "10" : -0.012346
                }
              }
            }
            """);
    assertThat(Files.list(folder.directory())).containsExactly(folder.file("gpm"));
  }

  @Test
  void readsWhatItWrote() {
    Baseline baseline =
        Baseline.of(
            Fixture.experiment("gpm").measured("accuracy", 0.9, 0.92).results(), Optional.empty());
    folder.write(baseline);
    assertThat(folder.read("gpm")).contains(baseline);
    assertThat(folder.read("other")).isEmpty();
  }

  @Test
  void damagedBaselineIsNamed() throws IOException {
    Files.createDirectories(folder.directory());
    Files.writeString(folder.file("gpm"), "{\"schema\": 1, \"metrics\": 5}");
    assertThatThrownBy(() -> folder.read("gpm"))
        .isInstanceOf(ProjectException.class)
        .hasMessageStartingWith("Cannot read the baseline 'baselines/gpm.json': Cannot ")
        .hasMessageEndingWith(". Restore the committed file.");
  }

  @Test
  void baselineOfAnotherVersionIsRefused() throws IOException {
    Files.createDirectories(folder.directory());
    Files.writeString(folder.file("gpm"), "{\"schema\": 2}");
    assertThatThrownBy(() -> folder.read("gpm"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot read the baseline 'baselines/gpm.json': it has schema 2, this version reads 1."
                + " Use the version of the plugin that wrote it, or delete it and run"
                + " cl:update-baseline.");
  }
}
