package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Derivatives.Power;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.UnsupportedModelException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateStageTest {

  private static final int ROWS = 3;
  private static final List<Integer> VECTOR = List.of(7);
  private static final List<Integer> IMAGE = List.of(5, 2, 3);

  static Stream<List<Integer>> shapes() {
    return Stream.of(VECTOR, IMAGE);
  }

  private static StageBench bench(List<Integer> shape) {
    return new StageBench(ModelSpec.input(shape).then("gate", new Layer.Gate()).build(), ROWS);
  }

  /** y = x w, the channel fastest. */
  private static double[] gate(StagePoint point) {
    double[] y = point.input().clone();
    for (int i = 0; i < y.length; i++) {
      y[i] *= point.parameters()[i % point.parameters().length];
    }
    return y;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void computesOutputAndGradients(List<Integer> shape) {
    try (StageBench bench = bench(shape)) {
      bench.assertFollows(GateStageTest::gate);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void tangentsAreThoseOfTheProduct(List<Integer> shape) {
    try (StageBench bench = bench(shape)) {
      bench.assertTangentsFollow(GateStageTest::gate);
      bench.assertTangentsFollow(GateStageTest::gate, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void correctedCurvatureKeepsFeaturesApart(List<Integer> shape) {
    try (StageBench bench = bench(shape)) {
      double[] back = bench.curvature(GateRule.CORRECTED);
      int channels = shape.get(0);
      double[] expected = new double[back.length];
      double[] ofGate = new double[channels];
      for (int i = 0; i < expected.length; i++) {
        double w = bench.point.parameters()[i % channels];
        double x = bench.point.input()[i];
        expected[i] = w * w * bench.upstreamTangent[i];
        ofGate[i % channels] += x * x * bench.upstreamTangent[i];
      }
      StageBench.assertClose(back, expected);
      StageBench.assertClose(bench.result(), ofGate);
    }
  }

  @Test
  void publishedCurvatureSumsOverAllFeatures() {
    try (StageBench bench = bench(VECTOR)) {
      double[] back = bench.curvature(GateRule.PUBLISHED);
      double[] expected = new double[back.length];
      for (int i = 0; i < expected.length; i++) {
        double w = bench.point.parameters()[i % 7];
        for (int j = 0; j < 7; j++) {
          expected[i] += w * w * bench.upstreamTangent[i / 7 * 7 + j];
        }
      }
      StageBench.assertClose(back, expected);
    }
  }

  @Test
  void refusesThePublishedRuleForImages() {
    try (StageBench bench = bench(IMAGE)) {
      assertThatExceptionOfType(UnsupportedModelException.class)
          .isThrownBy(() -> bench.curvature(GateRule.PUBLISHED))
          .withMessage(
              "Cannot compute curvatures of layer 'gate': the published rule knows gates of"
                  + " vectors only. Choose the rule 'corrected'.");
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void sumsPowersOfTheGradientsOfSingleSamples(List<Integer> shape) {
    try (StageBench bench = bench(shape)) {
      bench.forward();
      int channels = shape.get(0);
      int columns = bench.upstream.length / ROWS;
      double[] squares = new double[channels];
      double[] absolute = new double[channels];
      for (int n = 0; n < ROWS; n++) {
        for (int c = 0; c < channels; c++) {
          double g = 0;
          for (int i = n * columns + c; i < (n + 1) * columns; i += channels) {
            g += bench.upstream[i] * bench.point.input()[i];
          }
          squares[c] += g * g;
          absolute[c] += Math.abs(g);
        }
      }
      bench.stage.sampleGradients(bench.matrix(bench.upstream), Power.SQUARE, bench.pass);
      StageBench.assertClose(bench.result(), squares);
      bench.stage.sampleGradients(bench.matrix(bench.upstream), Power.ABSOLUTE, bench.pass);
      StageBench.assertClose(bench.result(), absolute);
    }
  }
}
