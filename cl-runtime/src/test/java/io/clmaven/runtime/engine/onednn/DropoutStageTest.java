package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutStageTest {

  private static final int MANY = 200_001;

  private static StageBench bench() {
    return new StageBench(
        ModelSpec.input(List.of(50)).then("drop", new Layer.Dropout(0.3)).build(), 3);
  }

  /** The factors of a pass, as the stage applies them to ones. */
  private static float[] mask(DropoutStage stage, long seed, int length) {
    float[] values = new float[length];
    Arrays.fill(values, 1f);
    Pass pass = new Pass();
    pass.train(1, seed);
    try (Matrix ones = Matrix.of(values, length)) {
      stage.forward(new Matrix[] {ones}, pass).pullRows(values, 1);
    }
    return values;
  }

  private static float[] mask(double probability, int number, long seed) {
    try (DropoutStage stage = new DropoutStage(MANY, probability, number)) {
      return mask(stage, seed, MANY);
    }
  }

  private static double share(float[] mask) {
    int zeros = 0;
    for (float factor : mask) {
      zeros += factor == 0 ? 1 : 0;
    }
    return zeros / (double) mask.length;
  }

  /** Share of elements that fall in both. */
  private static double share(float[] a, int shift, float[] b) {
    int zeros = 0;
    for (int i = shift; i < a.length; i++) {
      zeros += a[i] == 0 && b[i - shift] == 0 ? 1 : 0;
    }
    return zeros / (double) (a.length - shift);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.2, 0.5, 0.9})
  void dropsItsShareAndScalesTheRest(double probability) {
    float[] mask = mask(probability, 0, 1);
    for (float factor : mask) {
      assertThat(factor).isIn(0f, (float) (1 / (1 - probability)));
    }
    double deviation = Math.sqrt(probability * (1 - probability) / MANY);
    assertThat(share(mask)).isCloseTo(probability, within(4 * deviation));
  }

  @Test
  void stagesPassesAndNeighboursAreIndependent() {
    float[] mask = mask(0.3, 0, 1);
    double four = 4 * Math.sqrt(0.09 * 0.91 / MANY);
    assertThat(share(mask, 0, mask(0.3, 1, 1))).isCloseTo(0.09, within(four));
    assertThat(share(mask, 0, mask(0.3, 0, 2))).isCloseTo(0.09, within(four));
    for (int shift : new int[] {1, 2, 3, 50, 4096}) {
      assertThat(share(mask, shift, mask)).isCloseTo(0.09, within(four));
    }
  }

  @Test
  void theSamePassDecidesTheSameForAnyNumberOfElements() {
    float[] all = mask(0.3, 2, 7);
    try (DropoutStage stage = new DropoutStage(9_999, 0.3, 2)) {
      assertThat(mask(stage, 7, 9_999)).containsExactly(Arrays.copyOf(all, 9_999));
      assertThat(mask(stage, 8, 9_999)).isNotEqualTo(Arrays.copyOf(all, 9_999));
      assertThat(mask(stage, 7, 9_999)).containsExactly(Arrays.copyOf(all, 9_999));
    }
  }

  @Test
  void anEvaluationPassesThrough() {
    try (StageBench bench = bench()) {
      bench.pass.evaluate(3);
      bench.assertFollows(point -> point.input().clone());
      bench.assertTangentsFollow(point -> point.input().clone());
    }
  }

  @Test
  void gradientsAndTangentsGoThroughTheSameMask() {
    try (StageBench bench = bench()) {
      double[] factors = factors(bench);
      bench.assertFollows(point -> times(factors, point.input()));
      bench.assertTangentsFollow(point -> times(factors, point.input()));
    }
  }

  @Test
  void curvatureGoesThroughTheSquaredMask() {
    try (StageBench bench = bench()) {
      double[] factors = factors(bench);
      StageBench.assertClose(
          bench.curvature(GateRule.CORRECTED),
          times(factors, times(factors, bench.upstreamTangent)));
    }
  }

  private static double[] factors(StageBench bench) {
    double[] factors = bench.forward();
    for (int i = 0; i < factors.length; i++) {
      factors[i] = factors[i] == 0 ? 0 : 1 / 0.7;
    }
    return factors;
  }

  private static double[] times(double[] a, double[] b) {
    double[] product = a.clone();
    for (int i = 0; i < product.length; i++) {
      product[i] *= b[i];
    }
    return product;
  }
}
