package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationStageTest {

  /** A function with its derivatives. */
  record Case(
      Layer layer,
      List<Integer> shape,
      DoubleUnaryOperator f,
      DoubleUnaryOperator slope,
      DoubleUnaryOperator second) {

    StageBench bench() {
      return new StageBench(ModelSpec.input(shape).then("act", layer).build(), 3);
    }

    double[] at(StagePoint point) {
      return Arrays.stream(point.input()).map(f).toArray();
    }
  }

  static Stream<Case> cases() {
    return Stream.of(List.of(7), List.of(3, 4, 5)).flatMap(ActivationStageTest::functions);
  }

  private static Stream<Case> functions(List<Integer> shape) {
    DoubleUnaryOperator zero = x -> 0;
    DoubleUnaryOperator sigmoid = x -> 1 / (1 + Math.exp(-x));
    DoubleUnaryOperator slope = x -> sigmoid.applyAsDouble(x) * sigmoid.applyAsDouble(-x);
    DoubleUnaryOperator tanhSlope = x -> 1 - Math.tanh(x) * Math.tanh(x);
    return Stream.of(
        new Case(new Layer.Relu(), shape, x -> Math.max(x, 0), x -> x > 0 ? 1 : 0, zero),
        new Case(
            new Layer.LeakyRelu(0.2), shape, x -> x > 0 ? x : 0.2 * x, x -> x > 0 ? 1 : 0.2, zero),
        new Case(
            new Layer.Tanh(),
            shape,
            Math::tanh,
            tanhSlope,
            x -> -2 * Math.tanh(x) * tanhSlope.applyAsDouble(x)),
        new Case(
            new Layer.Sigmoid(),
            shape,
            sigmoid,
            slope,
            x -> slope.applyAsDouble(x) * (1 - 2 * sigmoid.applyAsDouble(x))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void followsTheFunction(Case example) {
    try (StageBench bench = example.bench()) {
      bench.assertFollows(example::at);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tangentsAreThoseOfTheFunction(Case example) {
    try (StageBench bench = example.bench()) {
      bench.assertTangentsFollow(example::at);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void curvatureIsSquaredSlopeTimesItAndSecondDerivativeTimesGradient(Case example) {
    try (StageBench bench = example.bench()) {
      double[] expected = new double[bench.upstream.length];
      for (int i = 0; i < expected.length; i++) {
        double x = bench.point.input()[i];
        double slope = example.slope().applyAsDouble(x);
        double second = example.second().applyAsDouble(x);
        expected[i] = slope * slope * bench.upstreamTangent[i] + second * bench.upstream[i];
      }
      StageBench.assertClose(bench.curvature(GateRule.PUBLISHED), expected);
    }
  }

  @Test
  void reluHasNoSlopeAtZeroAndBelow() {
    Matrix y = Matrix.of(new float[] {0f, Float.MIN_VALUE, 3e38f}, 3);
    Matrix d = Matrix.of(new float[] {-2f, -2f, -2f}, 3);
    float[] result = new float[3];
    new ReluLoops().timesSlope(1, y, d, d);
    d.pullRows(result, 1);
    assertThat(result).containsExactly(-0f, -2f, -2f);
  }

  @Test
  void refusesASlopeWhoseSignTheOutputHides() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Layer.LeakyRelu(-0.1))
        .withMessage("a leaky ReLU needs a slope >= 0, found -0.1");
  }
}
