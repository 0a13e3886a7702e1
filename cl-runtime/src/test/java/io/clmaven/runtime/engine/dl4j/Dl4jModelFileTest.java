package io.clmaven.runtime.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.model.Activation;
import io.clmaven.runtime.model.Mlp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Dl4jModelFileTest {

  @TempDir Path directory;

  @Test
  void dl4jReadsTheFileAndComputesTheSameLogits() throws Exception {
    ModelSpec model =
        new Mlp()
            .specify(
                new Mlp.Parameters(List.of(7, 5), true, Activation.RELU, false, 0.5, 1),
                List.of(1, 3, 4),
                3);
    Batch batch = Models.batch(model, 6, 1);
    Path file = directory.resolve("model.zip");
    try (Network network = Models.compile(new OnednnEngine(), model, 2)) {
      Dl4jModelFile.write(network, file);
      float[] expected = network.forward(batch, Mode.EVALUATE).data().asFloat();
      ComputationGraph graph = ComputationGraph.load(file.toFile(), true);
      float[] actual = graph.outputSingle(batch.inputs()).dup('c').data().asFloat();
      assertThat(actual).containsExactly(expected, within(1e-5f));
    }
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }
}
