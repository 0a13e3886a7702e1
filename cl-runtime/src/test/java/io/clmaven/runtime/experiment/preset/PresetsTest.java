package io.clmaven.runtime.experiment.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsTest {

  @Test
  void listsEveryFileOfThisModule() throws IOException, URISyntaxException {
    Path folder = Path.of(Presets.class.getResource("/presets").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      List<String> written =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.substring(0, name.length() - ".yaml".length()))
              .sorted()
              .toList();
      assertThat(new Presets(getClass().getClassLoader()).all())
          .filteredOn(preset -> !preset.location().getPath().contains("/presets/tables/"))
          .extracting(Preset::name)
          .containsExactlyElementsOf(written);
    }
  }

  @Test
  void findsPresetsThatOtherJarsBring(@TempDir Path jar) throws IOException {
    Path folder = Files.createDirectories(jar.resolve("presets"));
    Files.writeString(folder.resolve("index.txt"), "# ours\nlab\n\n");
    Files.writeString(folder.resolve("lab.yaml"), "model: mlp\n");
    URL[] path = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      Presets presets = new Presets(loader);
      assertThat(presets.names()).contains("gpm-pmnist", "lab");
      assertThat(presets.find("lab").orElseThrow().read()).asString().isEqualTo("model: mlp\n");
    }
  }

  @Test
  void anIndexNamesTheTwinOfAPreset(@TempDir Path jar) throws IOException {
    Path folder = Files.createDirectories(jar.resolve("presets"));
    Files.writeString(folder.resolve("index.txt"), "lab\nlab-small\nlab-quick twin of lab\n");
    URL[] path = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      Presets presets = new Presets(loader);
      assertThat(presets.find("lab-quick").orElseThrow().twinOf()).contains("lab");
      assertThat(presets.find("lab-small").orElseThrow().twinOf()).isEmpty();
    }
  }

  @Test
  void sweepsAreNoExperiments(@TempDir Path jar) throws IOException {
    Path folder = Files.createDirectories(jar.resolve("presets/sweeps"));
    Files.writeString(folder.resolve("index.txt"), "lab-grid\n");
    Files.writeString(folder.resolve("lab-grid.yaml"), "experiment: preset/lab\n");
    URL[] path = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      assertThat(Presets.ofSweeps(loader).names()).contains("lab-grid");
      assertThat(new Presets(loader).names()).doesNotContain("lab-grid");
    }
  }
}
