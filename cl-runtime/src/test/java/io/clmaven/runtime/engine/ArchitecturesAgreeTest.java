package io.clmaven.runtime.engine;

import static io.clmaven.runtime.engine.Vectors.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.dl4j.Dl4jEngine;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both engines compute the same logits and gradients of every architecture. */
class ArchitecturesAgreeTest {

  private static final double TOLERANCE = 1e-4;
  private static final int SAMPLES = 6;
  private static final OutputRange HEAD = new OutputRange(2, 7);

  static List<Architectures> architectures() {
    return Architectures.withoutDropout();
  }

  /**
   * Of some 100,000 ReLUs one may be so near to zero that rounding turns it; the gradient jumps
   * there. So one batch of several has to agree: a mistake shows in all of them.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void onLogitsAndGradients(Architectures architecture) {
    ModelSpec model = architecture.specify();
    try (Network a = Models.compile(new OnednnEngine(), model, 1);
        Network b = Models.compile(new Dl4jEngine(), model, 1)) {
      assertThat(Arrays.mismatch(a.parameters().pull(), b.parameters().pull())).isEqualTo(-1);
      assertThat(List.of(1, 2, 3, 4, 5))
          .anySatisfy(seed -> assertAgree(a, b, Models.batch(model, SAMPLES, HEAD, seed)));
    }
  }

  private static void assertAgree(Network a, Network b, Batch batch) {
    assertClose(logits(a, batch, Mode.TRAIN), logits(b, batch, Mode.TRAIN), TOLERANCE);
    assertThat(loss(a, batch)).isCloseTo(loss(b, batch), within(TOLERANCE));
    assertClose(a.layout(), gradient(a), gradient(b), TOLERANCE);
    assertClose(statistics(a), statistics(b), TOLERANCE);
    assertClose(logits(a, batch, Mode.EVALUATE), logits(b, batch, Mode.EVALUATE), TOLERANCE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void onTheInputsOfEveryWeight(Architectures architecture) {
    ModelSpec model = architecture.specify();
    Batch batch = Models.batch(model, SAMPLES, HEAD, 1);
    try (Network a = Models.compile(new OnednnEngine(), model, 1);
        Network b = Models.compile(new Dl4jEngine(), model, 1)) {
      LayerInputs inputs = a.capture(batch, Mode.EVALUATE);
      LayerInputs others = b.capture(batch, Mode.EVALUATE);
      assertThat(inputs.byLayer().keySet()).containsExactlyElementsOf(others.byLayer().keySet());
      for (String layer : inputs.byLayer().keySet()) {
        assertThat(inputs.of(layer).shape()).containsExactly(others.of(layer).shape());
        assertClose(Vectors.of(inputs.of(layer)), Vectors.of(others.of(layer)), TOLERANCE);
      }
    }
  }

  private static double[] logits(Network network, Batch batch, Mode mode) {
    return Vectors.of(network.forward(batch, mode));
  }

  private static double loss(Network network, Batch batch) {
    return network.backward(batch, new SoftmaxCrossEntropy());
  }

  private static double[] gradient(Network network) {
    return DoubleNetwork.doubles(network.gradient().pull());
  }

  private static double[] statistics(Network network) {
    return DoubleNetwork.doubles(network.statistics().values());
  }
}
