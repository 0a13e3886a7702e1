package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of benchmarks as files write them: defaults, and what is said about wrong ones. */
class BenchmarkSettingsTest {

  @TempDir Path directory;

  private final ExperimentReader reader = new ExperimentReader();

  @Test
  void superclassHasTheSettingsOfGpm() throws IOException {
    assertThat(benchmark("cifar100-superclass"))
        .isEqualTo(
            "{\"name\":\"cifar100-superclass\",\"tasks\":20,\"taskOrder\":0,"
                + "\"layout\":\"scrambled\",\"dataSet\":{\"name\":\"cifar100\"},"
                + "\"validation\":0.05,\"holdoutSeed\":\"fixed\"}");
  }

  @Test
  void fiveDatasetsAreThoseOfGpmInTheirOrder() throws IOException {
    assertThat(benchmark("five-datasets"))
        .matches(".*\"cifar10\".*\"mnist\".*\"svhn\".*\"fashion-mnist\".*\"notmnist\".*")
        .contains("\"mean\":[0.1],\"deviation\":[0.2752]")
        .contains("\"mean\":[0.4377,0.4438,0.4728],\"deviation\":[0.198,0.201,0.197]")
        .contains("\"mean\":[0.219],\"deviation\":[0.3318]")
        .contains("\"mean\":[0.4254],\"deviation\":[0.4501]")
        .endsWith(",\"validation\":0.05}");
  }

  @Test
  void aListOfDataSetsCanBeGiven() throws IOException {
    assertThat(
            benchmark(
                "{name: five-datasets, dataSets: [{dataSet: mnist, mean: [0.1], deviation:"
                    + " [0.2752]}, {dataSet: fashion-mnist}]}"))
        .isEqualTo(
            "{\"name\":\"five-datasets\",\"dataSets\":[{\"dataSet\":{\"name\":\"mnist\"},"
                + "\"mean\":[0.1],\"deviation\":[0.2752]},"
                + "{\"dataSet\":{\"name\":\"fashion-mnist\"},\"mean\":[0.0],\"deviation\":[1.0]}],"
                + "\"validation\":0.05}");
  }

  @Test
  void splitTakesTheSettingsOfTinyImageNet() throws IOException {
    assertThat(
            benchmark(
                "{name: split, dataSet: mnist, tasks: 5, classOrder: python, holdout: per-class,"
                    + " augmentation: {padding: 4, flip: true}}"))
        .contains("\"classOrder\":\"python\"")
        .contains("\"holdout\":\"per-class\"")
        .contains("\"augmentation\":{\"padding\":4,\"flip\":true}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: split, dataSet: cifar100, tasks: 20, validation: 0}",
        "{name: split, dataSet: mini-imagenet, tasks: 20, validation: 0, mean: [0.5], deviation:"
            + " [0.5]}",
        "{name: split, dataSet: cub-200-2011, tasks: 20, validation: 0, mean: [0.40956863,"
            + " 0.45992157, 0.48698039], deviation: [0.0019607843]}",
        "{name: five-datasets, dataSets: [{dataSet: cifar10}, {dataSet: mnist}, {dataSet: svhn},"
            + " {dataSet: notmnist-shuffled}, {dataSet: fashion-mnist}], validation: 0, fit:"
            + " bilinear, outputs: 100}",
        "{name: permuted-mnist, permutations: tag, heads: per-task, validation: 0, mean: [0],"
            + " deviation: [1]}",
        "{name: rotated-mnist, angles: tag, heads: per-task, validation: 0, mean: [0], deviation:"
            + " [1]}"
      })
  void takesTheBenchmarksOfTag(String documented) throws IOException {
    assertThat(benchmark(documented)).contains("\"validation\":0.0");
  }

  @Test
  void refusesASixthTaskOrder() throws IOException {
    assertThat(problems("{name: cifar100-superclass, taskOrder: 5}"))
        .isEqualTo("'taskOrder' must be at least 0 and at most 4, but is 5.");
  }

  @Test
  void refusesAnEmptyListOfDataSets() throws IOException {
    assertThat(problems("{name: five-datasets, dataSets: []}"))
        .isEqualTo(
            "Cannot use benchmark 'five-datasets' with these settings: 'dataSets' is empty. List at"
                + " least one data set.");
  }

  @Test
  void refusesADeviationOfZero() throws IOException {
    assertThat(problems("{name: five-datasets, dataSets: [{dataSet: mnist, deviation: [0]}]}"))
        .isEqualTo("Element 1 of 'deviation' must be greater than 0, but is 0.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: permuted-mnist, validation: 0.1, trainingSamples: 54001} | mnist | 54001 | 54000
          {name: rotated-mnist, validation: 0, trainingSamples: 70000} | mnist | 70000 | 60000
          {name: cifar100-superclass, trainingSamples: 2376} | cifar100 | 2376 | 2375
          {name: split, dataSet: cifar10, tasks: 5, validation: 0, trainingSamples: 10001} | cifar10 | 10001 | 10000
          {name: split, dataSet: tiny100-32, tasks: 50, validation: 0.99, holdout: per-class, trainingSamples: 7} | tiny100-32 | 7 | 6
          {name: split-mnist, validation: 0, trainingSamples: 13485} | mnist | 13485 | 13484
          {name: five-datasets, validation: 0, trainingSamples: 16852} | notmnist | 16852 | 16851
          """)
  void refusesMoreTrainingSamplesThanAPublishedDataSetHas(
      String benchmark, String dataSet, int wanted, int most) throws IOException {
    assertThat(problems(benchmark))
        .isEqualTo(
            "Cannot draw %d training samples for a task: data set '%s' has at most %d for it after validation. Set 'trainingSamples' to at most %d."
                .formatted(wanted, dataSet, most, most));
  }

  @Test
  void tellsTooManyTrainingSamplesAtTheirLineWithTheOtherMistakes() throws IOException {
    Files.writeString(
        directory.resolve("a.yaml"),
        """
        benchmark:
          name: permuted-mnist
          validation: 0.1
          trainingSamples: 54001
        model: {name: lenet}
        method: naive
        """);

    assertThat(reader.read(directory, "a.yaml").problems())
        .map(problem -> problem.line() + ": " + problem.message())
        .containsExactly(
            "4: Cannot draw 54001 training samples for a task: data set 'mnist' has at most 54000"
                + " for it after validation. Set 'trainingSamples' to at most 54000.",
            "5: Model 'lenet' does not fit: layer 'conv1': it needs an image [C, H, W], found"
                + " [784].");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: permuted-mnist, validation: 0.1, trainingSamples: 54000}",
        "{name: cifar100-superclass, trainingSamples: 2375}",
        "{name: split, dataSet: tiny100-32, tasks: 50, validation: 0.99, holdout: per-class,"
            + " trainingSamples: 6}"
      })
  void takesAsManyTrainingSamplesAsThereAre(String benchmark) throws IOException {
    assertThat(benchmark(benchmark)).contains("\"trainingSamples\":");
  }

  @Test
  void leavesTheSizeOfAFolderToTraining() throws IOException {
    assertThat(
            benchmark(
                "{name: split, dataSet: {name: image-folder, directory: images, size: 8}, tasks: 2,"
                    + " trainingSamples: 1000000}"))
        .contains("\"trainingSamples\":1000000");
  }

  @Test
  void refusesAnUnknownAugmentation() throws IOException {
    assertThat(problems("{name: split, dataSet: mnist, tasks: 5, augmentation: {crop: 4}}"))
        .isEqualTo("Unknown setting 'crop' in 'augmentation'. Known settings: flip, padding.");
  }

  private String benchmark(String benchmark) throws IOException {
    ExperimentReader.Reading reading = read(benchmark);
    assertThat(reading.problems()).isEmpty();
    return reader.toConfiguration(reading.experiment().orElseThrow()).get("benchmark").toString();
  }

  private String problems(String benchmark) throws IOException {
    ExperimentReader.Reading reading = read(benchmark);
    assertThat(reading.problems()).hasSize(1);
    return reading.problems().get(0).message();
  }

  private ExperimentReader.Reading read(String benchmark) throws IOException {
    Files.writeString(
        directory.resolve("a.yaml"),
        "{benchmark: %s, model: {name: mlp, hidden: [5]}, method: naive}".formatted(benchmark));
    return reader.read(directory, "a.yaml");
  }
}
