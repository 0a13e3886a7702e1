package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.ExperimentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;

class Dl4jArchitectureTest {

  @TempDir Path base;

  @BeforeEach
  void writeExperiment() throws IOException {
    Files.writeString(
        base.resolve("a.yaml"),
        """
        benchmark: permuted-mnist
        model: {name: dl4j, file: nets/small.json}
        method: naive
        """);
  }

  @Test
  void findsTheFileBelowTheFolderOfTheProject() throws IOException {
    Files.createDirectories(base.resolve("nets"));
    Files.writeString(base.resolve("nets/small.json"), network(784));
    ExperimentReader.Reading reading = new ExperimentReader(base).read(base, "a.yaml");
    assertThat(reading.problems()).isEmpty();
    assertThat(
            new Dl4jArchitecture().files(reading.experiment().orElseThrow().model().parameters()))
        .containsExactly("nets/small.json");
  }

  @Test
  void saysInThePlanWhatIsWrongWithTheFile() throws IOException {
    assertThat(new ExperimentReader(base).read(base, "a.yaml").problems())
        .extracting(Object::toString)
        .containsExactly(
            "a.yaml:2:8: Model 'dl4j' does not fit: Cannot read DL4J network '%s': there is no such"
                    .formatted(base.resolve("nets/small.json"))
                + " file. Write one with DL4J's 'toJson' or 'ModelSerializer'.");
  }

  private static String network(int inputs) {
    return new NeuralNetConfiguration.Builder()
        .list(new DenseLayer.Builder().nIn(inputs).nOut(10).activation(Activation.IDENTITY).build())
        .build()
        .toJson();
  }
}
