package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.check.Fixture;
import io.clmaven.runtime.experiment.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedFilesTest {

  private static final Plan PLAN =
      new Plan(
          List.of(),
          List.of(),
          List.of(Fixture.experiment("ewc").planned(), Fixture.experiment("gpm").planned()));

  @TempDir Path directory;

  @BeforeEach
  void planIsNewerThanItsFiles() throws IOException {
    write("ewc.yaml", 10);
    write("gpm.yaml", 10);
  }

  @Test
  void planOfTheseFilesIsNoReasonToWarn() throws IOException {
    write("notes.txt", 30);
    assertThat(warning()).isEmpty();
  }

  @Test
  void namesFilesThatAreNewerOrGone() throws IOException {
    write("_shared.yml", 30);
    write("ewc.yaml", 30);
    Files.delete(directory.resolve("gpm.yaml"));
    assertThat(warning())
        .contains(
            "The report shows an earlier plan: '_shared.yml' is newer, 'ewc.yaml' is newer,"
                + " 'gpm.yaml' is gone. Run 'mvn cl:validate cl:report' to plan anew.");
  }

  private Optional<String> warning() {
    return new PlannedFiles(directory, FileTime.fromMillis(20)).warning(PLAN);
  }

  private void write(String name, long time) throws IOException {
    Path file = Files.writeString(directory.resolve(name), name);
    Files.setLastModifiedTime(file, FileTime.fromMillis(time));
  }
}
