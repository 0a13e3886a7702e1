package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.model.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trained network as a file. */
class SavedModelTest {

  @TempDir Path directory;

  @Test
  void writesTheTrainedNetworkWhenAsked() throws IOException {
    TinyTrial.DEFAULT.savingTheModel().run(directory);
    ComputationGraph graph = ComputationGraph.load(directory.resolve("model.zip").toFile(), false);
    assertThat(graph.getLayer("lin1").getParam("W").size(1)).isEqualTo(12);
  }

  @Test
  void keepsTheResultsOfANetworkThatDl4jCannotSave() throws IOException {
    assertThatThrownBy(() -> TinyTrial.DEFAULT.of(DropsAll::new).savingTheModel().run(directory))
        .isInstanceOf(IllegalTrialException.class)
        .hasMessage(
            "Cannot write 'model.zip' of trial 'tiny', seed 1: DL4J has no such network (Cannot"
                + " compile layer 'drop' with engine 'dl4j': it has no dropout with probability"
                + " 1.0. Choose engine 'onednn'.). The results are complete; remove"
                + " 'training.saveModel'.");
    assertThat(ResultFile.read(directory).accuracy().rows()).hasSize(3);
    assertThat(directory.toFile().list()).doesNotContain("model.zip");
  }

  /** A network that only engine onednn has. */
  private static final class DropsAll implements Architecture {
    @Override
    public Declaration declaration() {
      return new Declaration("drops-all", "Drops all.", "made for tests", Declaration.None.class);
    }

    @Override
    public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
      return ModelSpec.input(inputShape)
          .then("flatten", new Layer.Flatten())
          .then("lin0", Models.linear(4, true))
          .then("drop", new Layer.Dropout(1))
          .then("lin1", Models.linear(outputs, true))
          .build();
    }
  }
}
