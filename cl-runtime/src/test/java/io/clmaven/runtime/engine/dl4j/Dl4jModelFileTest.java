package io.clmaven.runtime.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engine;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.engine.Window;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.model.Activation;
import io.clmaven.runtime.model.Mlp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Dl4jModelFileTest {

  @TempDir Path directory;

  private final Engine onednn = new OnednnEngine();
  private final Engine dl4j = new Dl4jEngine();

  @Test
  void dl4jReadsTheFileAndComputesTheSameLogits() throws Exception {
    assertPredictsTheSame(
        new Mlp()
            .specify(
                new Mlp.Parameters(List.of(7, 5), true, Activation.RELU, true, 0.5, 1),
                List.of(1, 3, 4),
                3));
  }

  @ParameterizedTest
  @EnumSource(Statistics.class)
  void dl4jNormalisesByTheSameStatistics(Statistics statistics) throws Exception {
    assertPredictsTheSame(images(statistics));
  }

  private void assertPredictsTheSame(ModelSpec model) throws Exception {
    Batch batch = Models.batch(model, 6, 1);
    Path file = directory.resolve("model.zip");
    try (Network network = Models.compile(onednn, model, 2)) {
      network.forward(batch, Mode.TRAIN);
      Dl4jModelFile.write(network, file);
      float[] expected = network.forward(batch, Mode.EVALUATE).data().asFloat();
      ComputationGraph graph = ComputationGraph.load(file.toFile(), true);
      float[] actual = graph.outputSingle(batch.inputs()).dup('c').data().asFloat();
      assertThat(actual).containsExactly(expected, within(1e-5f));
    }
    assertThat(directory.toFile().list()).containsExactly("model.zip");
  }

  @Test
  void whatIsWrittenIsReadByEitherEngine() throws Exception {
    ModelSpec model = images(Statistics.RUNNING);
    Path file = directory.resolve("model.zip");
    try (Network one = Models.compile(onednn, model, 1);
        Network other = Models.compile(dl4j, model, 2)) {
      one.forward(Models.batch(model, 6, 1), Mode.TRAIN);
      Dl4jModelFile.write(one, file);
      Dl4jModelFile.read(file, other);
      assertThat(other.parameters().pull()).containsExactly(one.parameters().pull());
      assertThat(other.statistics().values()).containsExactly(one.statistics().values());
    }
  }

  @Test
  void refusesTheFileOfAnotherModel() throws Exception {
    Path file = directory.resolve("model.zip");
    try (Network one = Models.compile(onednn, Models.mlp(4, true, 3, 2), 1);
        Network other = Models.compile(onednn, Models.mlp(4, true, 5, 2), 1)) {
      Dl4jModelFile.write(one, file);
      assertThatExceptionOfType(UnsupportedModelException.class)
          .isThrownBy(() -> Dl4jModelFile.read(file, other))
          .withMessage(
              "Cannot read model file '%s': layer 'lin1' has no weight of shape [5, 4] there. Give a"
                      .formatted(file)
                  + " file of the same model.");
    }
  }

  @Test
  void refusesWhatIsNoModelFile() throws Exception {
    Path file = Files.writeString(directory.resolve("notes.zip"), "PK, but no more");
    try (Network network = Models.compile(onednn, Models.mlp(4, true, 2), 1)) {
      assertThatExceptionOfType(UnsupportedModelException.class)
          .isThrownBy(() -> Dl4jModelFile.read(file, network))
          .withMessage(
              "Cannot read DL4J network '%s': it is neither the JSON of a configuration nor a model"
                      .formatted(file)
                  + " zip of DL4J 1.0.0-M2.1. Write it with DL4J's 'toJson' or 'ModelSerializer'.");
    }
  }

  private static ModelSpec images(Statistics statistics) {
    Layer convolution =
        new Layer.Convolution(
            3, Window.square(3, 1, 1), Initialization.PYTORCH, Initialization.PYTORCH);
    return ModelSpec.input(List.of(2, 5, 6))
        .then("conv", convolution)
        .then("bn", new Layer.BatchNorm(statistics))
        .then("relu", new Layer.Relu())
        .then("pool", new Layer.MaxPool(Window.square(2, 2, 0)))
        .then("flatten", new Layer.Flatten())
        .then("drop", new Layer.Dropout(0.3))
        .then("lin", Models.linear(3, true))
        .build();
  }
}
