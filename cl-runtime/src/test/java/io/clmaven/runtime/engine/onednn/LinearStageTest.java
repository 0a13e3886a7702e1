package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Derivatives.Power;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearStageTest {

  private static final int ROWS = 4;
  private static final int IN = 5;
  private static final int OUT = 3;

  private static StageBench bench(boolean bias) {
    return new StageBench(
        ModelSpec.input(List.of(IN)).then("lin", Models.linear(OUT, bias)).build(), ROWS);
  }

  /** y = x W^T + b. */
  private static double[] linear(StagePoint point) {
    double[] p = point.parameters();
    double[] y = new double[ROWS * OUT];
    for (int i = 0; i < y.length; i++) {
      int o = i % OUT;
      y[i] = p.length > IN * OUT ? p[IN * OUT + o] : 0;
      for (int j = 0; j < IN; j++) {
        y[i] += point.input()[i / OUT * IN + j] * p[o * IN + j];
      }
    }
    return y;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void computesOutputAndGradients(boolean bias) {
    try (StageBench bench = bench(bias)) {
      bench.assertFollows(LinearStageTest::linear);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tangentsAreThoseOfTheProduct(boolean bias) {
    try (StageBench bench = bench(bias)) {
      bench.assertTangentsFollow(LinearStageTest::linear);
      bench.assertTangentsFollow(LinearStageTest::linear, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void curvatureSquaresInputsAndWeights(boolean bias) {
    try (StageBench bench = bench(bias)) {
      double[] back = bench.curvature(GateRule.CORRECTED);
      double[] w = bench.point.parameters();
      double[] expected = new double[ROWS * IN];
      for (int i = 0; i < expected.length; i++) {
        for (int o = 0; o < OUT; o++) {
          double weight = w[o * IN + i % IN];
          expected[i] += weight * weight * bench.upstreamTangent[i / IN * OUT + o];
        }
      }
      StageBench.assertClose(back, expected);
      StageBench.assertClose(
          bench.result(), sums(bench, bench.upstreamTangent, s -> s, x -> x * x));
    }
  }

  @ParameterizedTest
  @EnumSource
  void sumsPowersOfTheGradientsOfSingleSamples(Power power) {
    DoubleUnaryOperator f = power == Power.SQUARE ? g -> g * g : Math::abs;
    for (boolean bias : new boolean[] {true, false}) {
      try (StageBench bench = bench(bias)) {
        bench.forward();
        bench.stage.sampleGradients(bench.matrix(bench.upstream), power, bench.pass);
        StageBench.assertClose(bench.result(), sums(bench, bench.upstream, f, f));
      }
    }
  }

  /** Returns the sums over samples of f(d) g(x), and of f(d) for the bias. */
  private static double[] sums(
      StageBench bench, double[] d, DoubleUnaryOperator f, DoubleUnaryOperator g) {
    double[] sums = new double[bench.point.parameters().length];
    for (int i = 0; i < sums.length; i++) {
      boolean weight = i < IN * OUT;
      for (int n = 0; n < ROWS; n++) {
        double x = weight ? g.applyAsDouble(bench.point.input()[n * IN + i % IN]) : 1;
        sums[i] += f.applyAsDouble(d[n * OUT + (weight ? i / IN : i - IN * OUT)]) * x;
      }
    }
    return sums;
  }
}
