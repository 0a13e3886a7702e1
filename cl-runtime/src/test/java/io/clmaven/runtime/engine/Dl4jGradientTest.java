package io.clmaven.runtime.engine;

import static io.clmaven.runtime.engine.Vectors.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.dl4j.Dl4jEngine;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engine {@code dl4j} against double precision, for each layer in a small network. */
class Dl4jGradientTest {

  private static final int SAMPLES = 3;

  static List<SmallModels.Case> models() {
    return SmallModels.all();
  }

  private static Probe probe(SmallModels.Case model, Mode mode) {
    Network network = Models.compile(new Dl4jEngine(), model.model(), 1);
    return Probe.of(network, model.outputs(), SAMPLES, mode);
  }

  private static void assertGradients(Probe probe) {
    Differences exact = probe.exact();
    assertThat(probe.loss()).isCloseTo(exact.loss(), within(1e-5));
    assertClose(probe.logits(), Vectors.flat(exact.logits()), 1e-5);
    assertClose(probe.layout(), probe.gradient(), exact.parameterGradient(), 1e-4);
    assertClose(probe.inputGradient(), Vectors.flat(exact.inputGradient()), 1e-4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void logitsGradientsAndStatisticsInTraining(SmallModels.Case model) {
    try (Probe probe = probe(model, Mode.TRAIN)) {
      assertGradients(probe);
      Differences exact = probe.exact();
      double[] moved = exact.network().movedStatistics(exact.parameters(), exact.inputs());
      assertClose(DoubleNetwork.doubles(probe.network().statistics().values()), moved, 1e-5);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void logitsAndGradientsInEvaluation(SmallModels.Case model) {
    try (Probe probe = probe(model, Mode.EVALUATE)) {
      assertGradients(probe);
    }
  }
}
