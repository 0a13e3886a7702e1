package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Differences;
import io.clmaven.runtime.engine.Extent;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Window;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images of one column behind a convolution with two strides: oneDNN 3.11 steps down their rows by
 * the stride of the columns.
 */
class NarrowConvolutionTest {

  @ParameterizedTest
  @CsvSource({"3, 3, 1, 2, 1", "5, 3, 1, 2, 0", "3, 4, 1, 2, 1", "6, 3, 2, 1, 0", "6, 4, 1, 2, 0"})
  void theirLogitsAreThoseOfDoublePrecision(
      int height, int width, int down, int across, int padding) {
    Window window = new Window(Extent.square(3), new Extent(down, across), new Extent(padding, 0));
    ModelSpec model =
        ModelSpec.input(List.of(2, height, width))
            .then(
                "conv1",
                new Layer.Convolution(5, window, Initialization.PYTORCH, Initialization.PYTORCH))
            .then("flatten", new Layer.Flatten())
            .then("linear", Models.linear(4, true))
            .build();
    Batch batch = Models.batch(model, 3, 1);
    try (Network network = Models.compile(new OnednnEngine(), model, 1)) {
      Differences exact = Differences.at(network, batch, Mode.TRAIN);
      INDArray logits = network.forward(batch, Mode.TRAIN);
      for (int sample = 0; sample < 3; sample++) {
        assertThat(logits.getRow(sample).toDoubleVector())
            .containsExactly(exact.logits()[sample], within(1e-5));
      }
    }
  }
}
