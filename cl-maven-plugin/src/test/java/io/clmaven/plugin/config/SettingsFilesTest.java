package io.clmaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {

  @TempDir Path folder;

  @Test
  void areTheRegularYamlFilesOfTheFolder() throws IOException {
    Files.createFile(folder.resolve("b.yml"));
    Files.createFile(folder.resolve("a.yaml"));
    Files.createFile(folder.resolve("a.yml"));
    Files.createFile(folder.resolve("UPPER.YAML"));
    Files.createFile(folder.resolve("notes.txt"));
    Files.createDirectory(folder.resolve("folder.yaml"));

    assertThat(SettingsFiles.of(folder).names()).containsExactly("a", "b");
  }

  @Test
  void namesNoFileThatIsThereToBeExtendedOnly() throws IOException {
    Files.createFile(folder.resolve("_base.yaml"));

    assertThat(SettingsFiles.of(folder).isEmpty()).isFalse();
    assertThat(SettingsFiles.of(folder).names()).isEmpty();
  }

  @Test
  void thereAreNoneWithoutAFolder() {
    assertThat(SettingsFiles.of(folder.resolve("sweeps")).isEmpty()).isTrue();
  }
}
