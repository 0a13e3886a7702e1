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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of the scripts of the code of TAG: their values, and which script has a line. */
class TagStudyTest {

  private static final List<String> BENCHMARKS =
      List.of("cifar100", "miniimagenet", "cub", "5datasets");

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
    List<String> naive =
        List.of(
            "naive-sgd",
            "naive-rmsprop",
            "tag-rmsprop",
            "naive-adagrad",
            "naive-adam",
            "tag-adagrad",
            "tag-adam");
    List<String> baselines =
        List.of(
            "naive-sgd",
            "ewc",
            "a-gem-mem1",
            "er-mem1",
            "stable-sgd",
            "naive-rmsprop",
            "tag-rmsprop",
            "multi-task");
    List<String> hybrid =
        List.of(
            "naive-sgd",
            "ewc",
            "rmsprop-ewc",
            "tag-ewc",
            "a-gem-mem1",
            "rmsprop-a-gem",
            "tag-a-gem",
            "er-mem1",
            "rmsprop-er",
            "tag-er",
            "naive-rmsprop",
            "tag-rmsprop");
    List<String> replay =
        List.of(
            "a-gem-mem1",
            "a-gem-mem5",
            "a-gem-mem10",
            "er-mem1",
            "er-mem5",
            "er-mem10",
            "tag-rmsprop");
    TreeSet<String> expected = new TreeSet<>();
    for (String benchmark : BENCHMARKS) {
      Stream.of(naive, baselines, hybrid, replay)
          .flatMap(List::stream)
          .forEach(line -> expected.add(line + "-" + benchmark));
      baselines.forEach(line -> expected.add(line + "-" + benchmark + "-5epochs"));
    }
    assertThat(presets()).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          naive-sgd     | naive      | sgd         | lr 0.1                         | lr 0.05                  | lr 0.01                    | lr 0.1
          naive-rmsprop | naive      | rmsprop     | lr 0.005                       | lr 0.001                 | lr 0.0001                  | lr 0.001
          naive-adagrad | naive      | adagrad     | lr 0.01                        | lr 0.01                  | lr 0.0005                  | lr 0.005
          naive-adam    | naive      | adam        | lr 0.005                       | lr 0.001                 | lr 0.0001                  | lr 0.001
          tag-rmsprop   | naive      | tag-rmsprop | lr 0.00025, b 5                | lr 0.0001, b 5           | lr 0.000025, b 5           | lr 0.0005, b 7
          tag-adagrad   | naive      | tag-adagrad | lr 0.005, b 5                  | lr 0.001, b 5            | lr 0.0005, b 5             | lr 0.005, b 7
          tag-adam      | naive      | tag-adam    | lr 0.0005, b 5                 | lr 0.00025, b 5          | lr 0.0001, b 5             | lr 0.0005, b 7
          stable-sgd    | stable-sgd | sgd         | lr 0.1, gamma 0.9, dropout 0.1 | lr 0.1, gamma 0.9        | lr 0.05, gamma 0.9         | lr 0.1, gamma 0.7
          ewc           | ewc        | sgd         | lr 0.1, lambda 1               | lr 0.05, lambda 1        | lr 0.01, lambda 1          | lr 0.1, lambda 100
          a-gem-mem1    | a-gem      | sgd         | lr 0.1, mem 1                  | lr 0.1, mem 1            | lr 0.01, mem 1             | lr 0.1, mem 1
          a-gem-mem5    | a-gem      | sgd         | lr 0.1, mem 5                  | lr 0.1, mem 5            | lr 0.01, mem 5             | lr 0.1, mem 5
          a-gem-mem10   | a-gem      | sgd         | lr 0.1, mem 10                 | lr 0.1, mem 10           | lr 0.01, mem 10            | lr 0.1, mem 10
          er-mem1       | er-added   | sgd         | lr 0.1, mem 1                  | lr 0.05, mem 1           | lr 0.01, mem 1             | lr 0.1, mem 1
          er-mem5       | er-added   | sgd         | lr 0.1, mem 5                  | lr 0.05, mem 5           | lr 0.01, mem 5             | lr 0.1, mem 5
          er-mem10      | er-added   | sgd         | lr 0.1, mem 10                 | lr 0.05, mem 10          | lr 0.01, mem 10            | lr 0.1, mem 10
          rmsprop-ewc   | ewc        | rmsprop     | lr 0.005, lambda 1             | lr 0.001, lambda 1       | lr 0.0001, lambda 1        | lr 0.001, lambda 100
          rmsprop-a-gem | a-gem      | rmsprop     | lr 0.005, mem 1                | lr 0.001, mem 1          | lr 0.0001, mem 1           | lr 0.001, mem 1
          rmsprop-er    | er-added   | rmsprop     | lr 0.005, mem 1                | lr 0.001, mem 1          | lr 0.0001, mem 1           | lr 0.001, mem 1
          tag-ewc       | ewc        | tag-rmsprop | lr 0.00025, b 5, lambda 1      | lr 0.0001, b 5, lambda 1 | lr 0.000025, b 5, lambda 1 | lr 0.0005, b 7, lambda 100
          tag-a-gem     | a-gem      | tag-rmsprop | lr 0.00025, b 5, mem 1         | lr 0.0001, b 5, mem 1    | lr 0.000025, b 5, mem 1    | lr 0.0005, b 7, mem 1
          tag-er        | er-added   | tag-rmsprop | lr 0.00025, b 5, mem 1         | lr 0.0001, b 5, mem 1    | lr 0.000025, b 5, mem 1    | lr 0.0005, b 7, mem 1
          multi-task    | naive      | sgd         | lr 0.01, multi 6               | lr 0.01, multi 6         | lr 0.01, multi 6           | lr 0.05, multi 6
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
          cifar100     | split         | 20 | 5  | cifar100      | [0.0]                              | [1.0]          | 10 | keep | reduced-resnet-18
          miniimagenet | split         | 20 | 5  | mini-imagenet | [0.5]                              | [0.5]          | 10 | drop | reduced-resnet-18
          cub          | split         | 20 | 10 | cub-200-2011  | [0.40956863,0.45992157,0.48698039] | [0.0019607843] | 10 | drop | resnet-18
          5datasets    | five-datasets | -  | -  | -             | -                                  | -              | 64 | keep | reduced-resnet-18
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
                  .map(
                      node ->
                          node.isMissingNode()
                              ? "-"
                              : node.isTextual() ? node.textValue() : node.toString()))
          .as(name)
          .containsExactlyElementsOf(
              Arrays.stream(row.toArray()).skip(1).map(o -> (String) o).toList());
    }
  }

  @Test
  void fiveDatasetsComeInTheOrderAndFormOfTheCode() throws IOException {
    JsonNode benchmark = configuration("naive-sgd-5datasets").get("benchmark");
    assertThat(benchmark.get("dataSets"))
        .extracting(entry -> entry.at("/dataSet/name").asText())
        .containsExactly("cifar10", "mnist", "svhn", "notmnist-shuffled", "fashion-mnist");
    assertThat(benchmark.get("dataSets"))
        .allSatisfy(
            entry -> {
              assertThat(entry.get("mean")).hasToString("[0.0]");
              assertThat(entry.get("deviation")).hasToString("[1.0]");
            });
    assertThat(benchmark.get("fit").asText()).isEqualTo("bilinear");
    assertThat(benchmark.get("outputs").asInt()).isEqualTo(100);
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
    assertThat(expected)
        .as(preset)
        .allSatisfy(
            (symbol, value) ->
                assertThat(configuration.at(PATHS.get(symbol)).doubleValue()).isEqualTo(value));
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
            .filter(preset -> preset.twinOf().isEmpty())
            .map(Preset::name);
  }

  private JsonNode configuration(String preset) throws IOException {
    Files.writeString(directory.resolve("a.yaml"), "extends: " + Preset.PREFIX + preset);
    ExperimentReader.Reading reading = reader.read(directory, "a.yaml");
    assertThat(reading.problems()).isEmpty();
    return reader.toConfiguration(reading.experiment().orElseThrow());
  }
}
