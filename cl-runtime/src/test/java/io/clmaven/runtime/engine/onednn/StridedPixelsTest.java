package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.Window;
import io.clmaven.runtime.replay.Tolerance;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Single pixels of large images with few channels through a stride: oneDNN 3.11 writes behind the
 * memory of its first kernel for the gradient of their filters. Where that is chosen, the JVM of
 * the tests may end.
 */
class StridedPixelsTest {

  private static final double ROUNDING = 1e-4;

  @ParameterizedTest
  @CsvSource({"4, 64", "8, 56", "12, 84"})
  void theGradientIsThatOfTheOtherEngine(int channels, int size) {
    ModelSpec model =
        ModelSpec.input(List.of(channels, size, size))
            .then(
                "shortcut",
                new Layer.Convolution(
                    2 * channels,
                    Window.square(1, 2, 0),
                    Initialization.PYTORCH,
                    Initialization.ABSENT))
            .then("relu", new Layer.Relu())
            .then("pool", new Layer.GlobalAveragePool())
            .then("flatten", new Layer.Flatten())
            .then("linear", Models.linear(4, true))
            .build();
    Batch batch = Models.batch(model, 2, 1);
    float[] expected = gradient("dl4j", model, batch);
    assertThat(expected).isNotEmpty();
    Tolerance.ofRms(ROUNDING, expected)
        .check("gradient", gradient("onednn", model, batch), expected);
  }

  private static float[] gradient(String engine, ModelSpec model, Batch batch) {
    try (Network network = Models.compile(Engines.installed().choose(engine), model, 1)) {
      network.forward(batch, Mode.TRAIN);
      network.backward(batch, new SoftmaxCrossEntropy());
      return network.gradient().pull().clone();
    }
  }
}
