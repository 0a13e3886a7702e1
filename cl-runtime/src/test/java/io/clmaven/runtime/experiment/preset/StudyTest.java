package io.clmaven.runtime.experiment.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presets that a table of a study writes. */
class StudyTest {

  private static final String TABLE =
      """
      summary: as their code has it.
      source: Our paper.
      settings:
        dropout: model.dropout
        method: method.name
        epochs: training.epochs
        optimizer: training.optimizer.name
        rate: training.optimizer.learningRate
      scripts: {main: main.sh, more: more.sh}
      lengths:
        - {title: 1 epoch, epochs: 1, suffix: '', scripts: [main, more]}
        - {title: 9 epochs, epochs: 9, suffix: -long, scripts: [more]}
      twinSuffix: -tiny
      benchmarks:
        digits:
          title: Digits
          benchmark: |
            # In order.
            name: split-mnist
          model: |
            name: mlp
          omission: {network: mlp, setting: weights, effect: knows nothing}
          training: |
            batchSize: 5
          lacks: [decay]
          small:
            summary: 'in seconds: 2 tasks.'
            benchmark: |
              tasks: 2
      rows:
        - lines:
            ours:
              title: Our method
              sets: {method: naive, optimizer: sgd}
              scripts: [main, more]
            theirs:
              title: Their method
              sets: {method: joint, optimizer: sgd}
              scripts: [main]
          values:
            digits: {rate: 0.5, dropout: 0.1}
      numbers: 'Published:'
      published: {ours-digits: 12 %}
      remarks: {ours-digits: By luck.}
      search:
        origin: A line of search.sh.
        overrides: |
          benchmark:
            validation: 0.1
        grids:
          - lines: [ours]
            values: {rate: [0.1, 1e-3], decay: [1, 2], dropout: [0, 0.5]}
      """;

  @TempDir Path jar;

  @BeforeEach
  void writeIndex() throws IOException {
    Files.createDirectories(jar.resolve("presets/tables"));
    Files.writeString(jar.resolve("presets/index.txt"), "tables/ours\n");
    Files.createDirectories(jar.resolve("presets/sweeps"));
    Files.writeString(jar.resolve("presets/sweeps/index.txt"), "../tables/ours\n");
  }

  @Test
  void everyLineAndItsTwinIsAPresetInTheLengthsOfItsScripts() throws IOException {
    Files.writeString(jar.resolve("presets/tables/ours.yaml"), TABLE);
    assertThat(presets().all())
        .filteredOn(preset -> preset.location().getPath().endsWith("/presets/tables/ours.yaml"))
        .extracting(Preset::name)
        .containsExactly(
            "ours-digits",
            "ours-digits-long",
            "ours-digits-long-tiny",
            "ours-digits-tiny",
            "theirs-digits",
            "theirs-digits-tiny");
  }

  @Test
  void aPresetReadsAsIfItWereWrittenByHand() throws IOException {
    Files.writeString(jar.resolve("presets/tables/ours.yaml"), TABLE);
    assertThat(text("ours-digits"))
        .isEqualTo(
            """
            # Our method on Digits, 1 epoch, as their code has it.
            # Our paper.
            # A line of main.sh, more.sh.
            # Published:
            # 12 %
            # By luck.

            benchmark:
              # In order.
              name: split-mnist

            model:
              name: mlp
              dropout: 0.1

            method:
              name: naive

            training:
              batchSize: 5
              epochs: 1
              optimizer:
                name: sgd
                learningRate: 0.5
            seeds: [1, 2, 3, 4, 5]
            """);
  }

  @Test
  void aTwinExtendsItsPreset() throws IOException {
    Files.writeString(jar.resolve("presets/tables/ours.yaml"), TABLE);
    assertThat(text("ours-digits-long-tiny"))
        .isEqualTo(
            """
            # ours-digits-long in seconds: 2 tasks.
            extends: preset/ours-digits-long

            benchmark:
              tasks: 2
            seeds: [1]
            """);
  }

  @Test
  void aPresetSaysWhatItIsTheTwinOfAndWhatItLeavesToItsUser() throws IOException {
    Files.writeString(jar.resolve("presets/tables/ours.yaml"), TABLE);
    Preset preset = presets().find("ours-digits").orElseThrow();
    Preset twin = presets().find("ours-digits-tiny").orElseThrow();

    assertThat(preset.twinOf()).isEmpty();
    assertThat(preset.omission()).contains(new Omission("mlp", "weights", "knows nothing"));
    assertThat(twin.twinOf()).contains("ours-digits");
    assertThat(twin.omission()).isEmpty();
  }

  @Test
  void aSearchIsASweepOverTheSettingsThatTheNetworkHas() throws IOException {
    Files.writeString(jar.resolve("presets/tables/ours.yaml"), TABLE);
    try (URLClassLoader loader = loader()) {
      Presets sweeps = Presets.ofSweeps(loader);
      assertThat(sweeps.names()).contains("grid-ours-digits").doesNotContain("grid-theirs-digits");
      assertThat(sweeps.find("grid-ours-digits").orElseThrow().read())
          .asString()
          .isEqualTo(
              """
              # Grid search of Our method on Digits, as their code has it.
              # Our paper.
              # A line of search.sh.
              experiment: preset/ours-digits

              overrides:
                benchmark:
                  validation: 0.1

              parameters:
                training.optimizer.learningRate: [0.1, 1e-3]
                model.dropout: [0, 0.5]
              """);
    }
  }

  @Test
  void aLongCommentIsBrokenBetweenWords() throws IOException {
    String words = "word ".repeat(30).strip();
    Files.writeString(jar.resolve("presets/tables/ours.yaml"), TABLE.replace("By luck.", words));
    assertThat(text("ours-digits"))
        .contains("# " + "word ".repeat(19).strip() + "\n# " + "word ".repeat(11).strip() + "\n");
  }

  @Test
  void aTableThatIsNoTableFails() throws IOException {
    Files.writeString(jar.resolve("presets/tables/ours.yaml"), "- a\n");
    assertThatThrownBy(this::presets)
        .hasMessage(
            "Cannot read the presets of '%s'."
                .formatted(jar.resolve("presets/tables/ours.yaml").toUri().toURL()));
  }

  private String text(String name) throws IOException {
    return new String(presets().find(name).orElseThrow().read(), StandardCharsets.UTF_8);
  }

  private Presets presets() throws IOException {
    try (URLClassLoader loader = loader()) {
      return new Presets(loader);
    }
  }

  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
  }
}
