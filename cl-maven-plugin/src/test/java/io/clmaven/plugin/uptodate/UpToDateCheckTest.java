package io.clmaven.plugin.uptodate;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.plan.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpToDateCheckTest {

  private static final Fingerprint NOW =
      new Fingerprint(Map.of("method.threshold", "0.97", "data", "abc"));

  @TempDir Path folder;

  private Path results;

  @BeforeEach
  void name() {
    results = folder.resolve("results.json");
  }

  @Test
  void isUpToDateWithTheSameFingerprint() throws IOException {
    Files.writeString(
        results, "{\"schema\":1,\"fingerprint\":{\"data\":\"abc\",\"method.threshold\":\"0.97\"}}");

    assertThat(UpToDateCheck.of(results, NOW).isUpToDate()).isTrue();
  }

  @Test
  void namesEveryChange() throws IOException {
    Files.writeString(
        results, "{\"schema\":1,\"fingerprint\":{\"method.threshold\":\"0.95\",\"old\":\"1\"}}");

    Verdict verdict = UpToDateCheck.of(results, NOW);

    assertThat(verdict.isUpToDate()).isFalse();
    assertThat(verdict.text())
        .isEqualTo("data: (none) -> abc; method.threshold: 0.95 -> 0.97; old: 1 -> (none)");
  }

  @Test
  void runsWithoutTheFileOfAnAnalysis() throws IOException {
    Files.writeString(
        results,
        """
        {"schema":1,"fingerprint":{"data":"abc","method.threshold":"0.97"},
         "configuration":{"analysis":{"loss-landscape":{}}}}
        """);

    assertThat(UpToDateCheck.of(results, NOW).reasons())
        .containsExactly("analysis/loss-landscape.json is missing");

    Files.createDirectory(folder.resolve("analysis"));
    Files.createFile(folder.resolve("analysis/loss-landscape.json"));

    assertThat(UpToDateCheck.of(results, NOW).isUpToDate()).isTrue();
  }

  @Test
  void runsWithoutResults() {
    assertThat(UpToDateCheck.of(results, NOW).reasons()).containsExactly("there are no results");
  }

  @Test
  void runsWithResultsThatCannotBeRead() throws IOException {
    Files.writeString(results, "{\"schema\":1,\"finger");

    assertThat(UpToDateCheck.of(results, NOW).reasons())
        .containsExactly("results.json cannot be read");
  }

  @Test
  void runsWithIncompleteResults() throws IOException {
    Files.writeString(results, "{}");

    assertThat(UpToDateCheck.of(results, NOW).reasons())
        .containsExactly("results.json is incomplete");
  }

  @Test
  void runsWithResultsOfAnotherFormat() throws IOException {
    Files.writeString(results, "{\"schema\":7,\"fingerprint\":{}}");

    assertThat(UpToDateCheck.of(results, NOW).reasons())
        .containsExactly("results.json has format 7, this version writes 1");
  }

  @Test
  void shortensAVeryLongList() {
    assertThat(new Verdict(List.of("a", "b", "c", "d", "e", "f", "g")).text())
        .isEqualTo("a; b; c; d; e; and 2 more");
  }
}
