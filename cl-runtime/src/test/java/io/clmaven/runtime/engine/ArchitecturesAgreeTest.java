package io.clmaven.runtime.engine;

import static io.clmaven.runtime.engine.Vectors.assertClose;
import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.dl4j.Dl4jEngine;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both engines compute the same of every architecture. */
class ArchitecturesAgreeTest {

  private static final double TOLERANCE = 1e-4;
  private static final int SAMPLES = 6;
  private static final int BATCHES = 5;
  private static final OutputRange HEAD = new OutputRange(2, 7);

  static List<Architectures> architectures() {
    return Architectures.withoutDropout();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void onLogitsLossAndStatistics(Architectures architecture) {
    ModelSpec model = architecture.specify();
    try (Network a = Models.compile(new OnednnEngine(), model, 1);
        Network b = Models.compile(new Dl4jEngine(), model, 1)) {
      assertThat(Arrays.mismatch(a.parameters().pull(), b.parameters().pull())).isEqualTo(-1);
      for (int seed = 1; seed <= BATCHES; seed++) {
        Batch batch = Models.batch(model, SAMPLES, HEAD, seed);
        assertClose(logits(a, batch, Mode.TRAIN), logits(b, batch, Mode.TRAIN), TOLERANCE);
        assertThat(loss(a, batch)).isCloseTo(loss(b, batch), within(TOLERANCE));
        assertClose(statistics(a), statistics(b), TOLERANCE);
        assertClose(logits(a, batch, Mode.EVALUATE), logits(b, batch, Mode.EVALUATE), TOLERANCE);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void onGradients(Architectures architecture) {
    ModelSpec model = architecture.specify();
    try (Network a = Models.compile(new OnednnEngine(), model, 1);
        Network b = Models.compile(new Dl4jEngine(), model, 1)) {
      Batch batch = smoothest(a);
      assertClose(a.layout(), gradient(a, batch), gradient(b, batch), TOLERANCE);
    }
  }

  /**
   * Returns the batch that is furthest from another decision of a ReLU or a max-pool, in double
   * precision. The gradient jumps there, and among 100,000 of them some are within rounding of it.
   */
  private static Batch smoothest(Network network) {
    return IntStream.rangeClosed(1, BATCHES)
        .mapToObj(seed -> Models.batch(network.model(), SAMPLES, HEAD, seed))
        .max(comparingDouble(batch -> Differences.at(network, batch, Mode.TRAIN).margin()))
        .orElseThrow();
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

  private static double[] gradient(Network network, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    loss(network, batch);
    return DoubleNetwork.doubles(network.gradient().pull());
  }

  private static double[] statistics(Network network) {
    return DoubleNetwork.doubles(network.statistics().values());
  }
}
