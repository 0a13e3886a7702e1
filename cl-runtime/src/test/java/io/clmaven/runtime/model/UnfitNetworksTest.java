package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.ExperimentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users read when a network cannot be had. */
class UnfitNetworksTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alexnet",
        "convnet",
        "lenet",
        "reduced-resnet-18",
        "resnet-18",
        "small-resnet-18",
        "strided-convnet"
      })
  void aConvolutionNeedsImages(String model) throws IOException {
    assertThat(problems("permuted-mnist", model))
        .containsExactly(
            ("a.yaml:2:8: Model '%s' does not fit: layer 'conv1': it needs an image [C, H, W],"
                    + " found [784].")
                .formatted(model));
  }

  @Test
  void anImageMustBeAsLargeAsTheKernelsThatItMeets() throws IOException {
    assertThat(problems("split-mnist", "{name: convnet, filters: [6, 16, 32]}"))
        .containsExactly(
            "a.yaml:2:8: Model 'convnet' does not fit: layer 'conv3': its kernel 5 x 5"
                + " does not fit into [16, 4, 4].");
  }

  @Test
  void dropoutIsGivenForEachHiddenLayer() {
    assertThat(Networks.problems("{name: alexnet, dropout: [0.5, 0.5]}"))
        .containsExactly(
            "a.yaml:1:8: Cannot use model 'alexnet' with these settings: 'dropout' has 2 values for"
                + " 5 hidden layers. Give 5.");
  }

  @Test
  void calibrationNeedsFilters() {
    assertThat(Networks.problems("{name: gated-convnet, filters: 3}"))
        .containsExactly(
            "a.yaml:1:8: Cannot use model 'gated-convnet' with these settings: 'calibration' needs"
                + " 4 filters or more, 'filters' is 3. Raise 'filters'.");
  }

  private Stream<String> problems(String benchmark, String model) throws IOException {
    Files.writeString(
        directory.resolve("a.yaml"),
        "benchmark: %s\nmodel: %s\nmethod: naive\n".formatted(benchmark, model));
    return new ExperimentReader()
        .read(directory, "a.yaml").problems().stream().map(Object::toString);
  }
}
