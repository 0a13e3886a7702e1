package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The same seed gives the same bits, whatever else the process did before. */
class OnednnDeterminismTest {

  private static final int STEPS = 4;
  private static final OutputRange HEAD = new OutputRange(3, 9);

  static List<Architectures> architectures() {
    return Architectures.withDropout();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void theSameSeedTrainsToTheSameBits(Architectures architecture) {
    ModelSpec model = architecture.specify();
    assertThat(trained(model, 3))
        .containsExactly(trained(model, 3))
        .isNotEqualTo(trained(model, 4));
  }

  /** Returns the logits of an evaluation behind a few steps with batches of two sizes. */
  private static float[] trained(ModelSpec model, long seed) {
    try (Network network = Models.compile(new OnednnEngine(), model, seed)) {
      for (int step = 0; step < STEPS; step++) {
        Batch batch = Models.batch(model, 3 - step % 2, HEAD, step);
        network.forward(batch, Mode.TRAIN);
        network.backward(batch, new SoftmaxCrossEntropy());
        network.parameters().add(-0.05f, network.gradient());
      }
      INDArray logits = network.forward(Models.batch(model, 5, HEAD, 9), Mode.EVALUATE);
      return logits.dup('c').data().asFloat();
    }
  }
}
