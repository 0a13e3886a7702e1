package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.preset.Preset;
import io.clmaven.runtime.experiment.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts of the code of TAG: table (d) of its specification, and which script has a line. */
class TagStudyTest {

  private static final List<String> BENCHMARKS = List.of("cifar100");

  private static final Map<String, String> PATHS =
      Map.of(
          "lr", "/training/optimizer/learningRate",
          "b", "/training/optimizer/b",
          "gamma", "/method/decay",
          "lambda", "/method/strength",
          "mem", "/method/memoryPerClass",
          "multi", "/training/passes",
          "dropout", "/model/dropout");

  @TempDir Path directory;

  private final ExperimentReader reader = new ExperimentReader();

  /** Lines of the scripts 'naive', 'baselines', 'hybrid' and 'appendix_replay'. */
  @Test
  void everyLineOfTheScriptsIsAPreset() {
    String[] oneEpoch = {"naive-sgd", "multi-task"};
    String[] fiveEpochs = {"naive-sgd", "multi-task"};
    TreeSet<String> expected = new TreeSet<>();
    for (String benchmark : BENCHMARKS) {
      for (String line : oneEpoch) {
        expected.add(line + "-" + benchmark);
      }
      for (String line : fiveEpochs) {
        expected.add(line + "-" + benchmark + "-5epochs");
      }
    }
    assertThat(presets()).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          naive-sgd     | naive      | sgd         | lr 0.1
          multi-task    | naive      | sgd         | lr 0.01, multi 6
          """)
  void aLineHasTheOfficialSettings(ArgumentsAccessor row) throws IOException {
    for (int i = 0; i < BENCHMARKS.size(); i++) {
      String preset = row.getString(0) + "-" + BENCHMARKS.get(i);
      check(preset, 1, row, row.getString(3 + i));
      if (presets().anyMatch(name -> name.equals(preset + "-5epochs"))) {
        check(preset + "-5epochs", 5, row, row.getString(3 + i));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cifar100     | split         | 20 | 5  | cifar100       | [0.0] | [1.0] | 10 | keep | reduced-resnet-18
          """)
  void aBenchmarkHasTheOfficialForm(ArgumentsAccessor row) throws IOException {
    for (String name : presets().filter(n -> benchmark(n).equals(row.getString(0))).toList()) {
      JsonNode configuration = configuration(name);
      assertThat(
              Stream.of(
                      "/benchmark/name",
                      "/benchmark/tasks",
                      "/benchmark/classesPerTask",
                      "/benchmark/dataSet/name",
                      "/benchmark/mean",
                      "/benchmark/deviation",
                      "/training/batchSize",
                      "/training/lastBatch",
                      "/model/name")
                  .map(configuration::at)
                  .map(node -> node.isTextual() ? node.textValue() : node.toString()))
          .as(name)
          .containsExactlyElementsOf(
              Arrays.stream(row.toArray()).skip(1).map(o -> (String) o).toList());
    }
  }

  private void check(String preset, int epochs, ArgumentsAccessor row, String settings)
      throws IOException {
    JsonNode configuration = configuration(preset);
    assertThat(configuration.at("/method/name").asText()).isEqualTo(row.getString(1));
    assertThat(configuration.at("/training/optimizer/name").asText()).isEqualTo(row.getString(2));
    assertThat(configuration.at("/training/epochs").asInt()).isEqualTo(epochs);
    assertThat(configuration.at("/seeds")).hasToString("[1,2,3,4,5]");
    assertThat(configuration.at("/benchmark/validation").asDouble()).isZero();
    Map<String, Double> expected = new TreeMap<>();
    for (String setting : settings.split(", ")) {
      expected.put(setting.split(" ")[0], Double.valueOf(setting.split(" ")[1]));
    }
    if (configuration.at("/model/name").asText().equals("reduced-resnet-18")) {
      expected.putIfAbsent("dropout", 0.0);
    }
    expected.putIfAbsent("multi", 1.0);
    assertThat(found(configuration)).as(preset).isEqualTo(expected);
  }

  private static Map<String, Double> found(JsonNode configuration) {
    return PATHS.entrySet().stream()
        .filter(path -> configuration.at(path.getValue()).isNumber())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, path -> configuration.at(path.getValue()).doubleValue()));
  }

  /** Returns the benchmark in a name: {@code <line>-<benchmark>[-5epochs][-small]}. */
  private static String benchmark(String preset) {
    String[] words = preset.replaceFirst("-small$", "").replaceFirst("-5epochs$", "").split("-");
    return words[words.length - 1];
  }

  private static Stream<String> presets() {
    return new Presets(TagStudyTest.class.getClassLoader())
        .all().stream()
            .filter(preset -> preset.location().getPath().endsWith("/tables/tag-study.yaml"))
            .map(Preset::name)
            .filter(name -> !name.endsWith("-small"));
  }

  private JsonNode configuration(String preset) throws IOException {
    Files.writeString(directory.resolve("a.yaml"), "extends: " + Preset.PREFIX + preset);
    ExperimentReader.Reading reading = reader.read(directory, "a.yaml");
    assertThat(reading.problems()).isEmpty();
    return reader.toConfiguration(reading.experiment().orElseThrow());
  }
}
