package io.clmaven.runtime.engine;

import static io.clmaven.runtime.engine.Vectors.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engine {@code onednn} against double precision, for each layer in a small network. */
class OnednnGradientTest {

  private static final int SAMPLES = 3;

  static List<SmallModels.Case> models() {
    return SmallModels.all();
  }

  private static Probe probe(SmallModels.Case model, Mode mode) {
    Network network = Models.compile(new OnednnEngine(), model.model(), 1);
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
  void logitsAndGradientsInTraining(SmallModels.Case model) {
    try (Probe probe = probe(model, Mode.TRAIN)) {
      assertGradients(probe);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void logitsAndGradientsInEvaluation(SmallModels.Case model) {
    try (Probe probe = probe(model, Mode.EVALUATE)) {
      assertGradients(probe);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void hessianVectorProducts(SmallModels.Case model) {
    try (Probe probe = probe(model, Mode.TRAIN)) {
      double[] v = Vectors.direction(probe.layout().length(), 1);
      assertClose(
          probe.layout(), probe.hessianVectorProduct(v), probe.exactHessianVectorProduct(v), 1e-3);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void runningStatistics(SmallModels.Case model) {
    try (Probe probe = probe(model, Mode.TRAIN)) {
      Differences exact = probe.exact();
      double[] moved = exact.network().movedStatistics(exact.parameters(), exact.inputs());
      assertClose(DoubleNetwork.doubles(probe.network().statistics().values()), moved, 1e-5);
    }
  }

  static List<SmallModels.Case> modelsOfSingleSamples() {
    return SmallModels.all().stream().filter(c -> !usesBatchStatistics(c.model())).toList();
  }

  private static boolean usesBatchStatistics(ModelSpec model) {
    return model.nodes().stream()
        .map(ModelSpec.Node::layer)
        .filter(Layer.BatchNorm.class::isInstance)
        .map(Layer.BatchNorm.class::cast)
        .anyMatch(norm -> norm.statistics() == Layer.BatchNorm.Statistics.BATCH);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modelsOfSingleSamples")
  void sampleGradients(SmallModels.Case model) {
    try (Probe probe = probe(model, Mode.EVALUATE)) {
      double[] absolute = new double[probe.layout().length()];
      double[] squares = new double[absolute.length];
      for (int n = 0; n < SAMPLES; n++) {
        double[] gradient = probe.exact().sample(n).parameterGradient();
        for (int i = 0; i < gradient.length; i++) {
          absolute[i] += Math.abs(gradient[i]);
          squares[i] += gradient[i] * gradient[i];
        }
      }
      ParameterLayout layout = probe.layout();
      assertClose(layout, sampleGradients(probe, Derivatives.Power.ABSOLUTE), absolute, 1e-4);
      assertClose(layout, sampleGradients(probe, Derivatives.Power.SQUARE), squares, 1e-4);
    }
  }

  private static double[] sampleGradients(Probe probe, Derivatives.Power power) {
    FlatVector sum = probe.network().vector();
    probe.network().derivatives().sampleGradients(power, sum);
    return DoubleNetwork.doubles(sum.pull());
  }

  /** Behind the last layer that mixes values HesScale leaves nothing out. */
  @Test
  void curvatureOfTheLastLayers() {
    for (Layer activation :
        List.of(new Layer.Tanh(), new Layer.LeakyRelu(0.1), new Layer.Sigmoid())) {
      ModelSpec model =
          ModelSpec.input(List.of(5))
              .then("lin", Models.linear(4, true))
              .then("gate", new Layer.Gate())
              .then("act", activation)
              .build();
      Network network = Models.compile(new OnednnEngine(), model, 1);
      try (Probe probe = Probe.of(network, new OutputRange(1, 4), SAMPLES, Mode.TRAIN)) {
        FlatVector diagonal = network.vector();
        network.derivatives().curvature(Derivatives.GateRule.CORRECTED, diagonal);
        double[] actual = DoubleNetwork.doubles(diagonal.pull());
        assertClose(network.layout(), actual, exactDiagonal(probe), 1e-4);
      }
    }
  }

  private static double[] exactDiagonal(Probe probe) {
    double[] diagonal = new double[probe.layout().length()];
    Arrays.setAll(
        diagonal,
        i -> {
          double[] unit = Vectors.unit(diagonal.length, i);
          return probe.exact().second(unit, unit);
        });
    return diagonal;
  }
}
