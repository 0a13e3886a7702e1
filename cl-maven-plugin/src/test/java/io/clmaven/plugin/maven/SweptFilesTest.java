package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.report.SampleSweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweptFilesTest {

  @TempDir Path directory;

  @BeforeEach
  void resultsAreNewerThanTheirFiles() throws IOException {
    write("sweeps/rates.yaml", 10);
    write("_rates.yaml", 10);
    write("results/rates/sweep.json", 20);
  }

  @Test
  void filesOfOthersAreNoReasonToWarn() throws IOException {
    write("sweeps/other.yaml", 30);
    write("ewc.yaml", 30);
    assertThat(warnings()).isEmpty();
  }

  @Test
  void namesFilesThatAreNewer() throws IOException {
    write("sweeps/rates.yaml", 30);
    write("_rates.yaml", 30);
    assertThat(warnings())
        .containsExactly(
            "The report shows an earlier search of sweep 'rates': 'sweeps/rates.yaml' is newer,"
                + " '_rates.yaml' is newer. Run 'mvn cl:sweep cl:report -Dcl.sweeps=rates' to"
                + " search anew.");
  }

  private List<String> warnings() {
    return new SweptFiles(directory, directory.resolve("results"))
        .warnings(List.of(SampleSweep.RESULT));
  }

  private void write(String name, long time) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
    Files.setLastModifiedTime(file, FileTime.fromMillis(time));
  }
}
