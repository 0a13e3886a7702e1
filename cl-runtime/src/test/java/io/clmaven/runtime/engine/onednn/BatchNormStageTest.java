package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives.Power;
import io.clmaven.runtime.engine.Layer.BatchNorm;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.engine.onednn.BatchNormSetup.Finish;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchNormStageTest {

  private static final Offset<Double> CLOSE = within(2e-5);
  private static final double STEP = 1e-5;

  /** A way to run the layer. */
  record Case(int channels, Statistics statistics, boolean training, Finish finish) {

    boolean isOfBatch() {
      return statistics == Statistics.BATCH || statistics == Statistics.RUNNING && training;
    }

    NormBench bench() {
      NormBench bench = new NormBench(channels, statistics, finish);
      if (training) {
        bench.pass.train(NormBench.ROWS, 0);
      } else {
        bench.pass.evaluate(NormBench.ROWS);
      }
      return bench;
    }

    PlainNorm plain(NormBench bench) {
      return bench.plain(finish, isOfBatch());
    }
  }

  static Stream<Case> cases() {
    List<Case> all = new ArrayList<>();
    int[] fusedUnfusedAndWide = {16, 20, 24}; // six pixels go in twos, not in fours
    for (Statistics statistics : Statistics.values()) {
      for (int channels : fusedUnfusedAndWide) {
        for (Finish finish : Finish.values()) {
          all.add(new Case(channels, statistics, true, finish));
          all.add(new Case(channels, statistics, false, finish));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void normalisesAsDefined(Case example) {
    try (NormBench bench = example.bench()) {
      double[] expected = example.plain(bench).forward(bench.point);
      assertThat(NormBench.values(bench.forward())).containsExactly(expected, CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientEqualsCentralDifferences(Case example) {
    try (NormBench bench = example.bench()) {
      PlainNorm plain = example.plain(bench);
      bench.forward();
      PlainNorm.Point gradient = bench.backward();
      assertThat(
              dot(gradient.x(), bench.direction.x())
                  + dot(gradient.scale(), bench.direction.scale())
                  + dot(gradient.shift(), bench.direction.shift()))
          .isCloseTo(slope(plain, bench), within(1e-3));
      same(gradient, plain.gradient(bench.point, bench.upstream));
    }
  }

  private static double slope(PlainNorm plain, NormBench bench) {
    double above = dot(bench.upstream, plain.forward(bench.point.plus(STEP, bench.direction)));
    double below = dot(bench.upstream, plain.forward(bench.point.plus(-STEP, bench.direction)));
    return (above - below) / (2 * STEP);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tangentOfTheOutputEqualsCentralDifferences(Case example) {
    try (NormBench bench = example.bench()) {
      PlainNorm plain = example.plain(bench);
      bench.forward();
      try (Tangent tangent = bench.stage.tangent()) {
        Matrix output = tangent.forward(tangents(bench), bench.pass);
        double[] above = plain.forward(bench.point.plus(STEP, bench.direction));
        double[] below = plain.forward(bench.point.plus(-STEP, bench.direction));
        assertThat(NormBench.values(output)).containsExactly(difference(above, below), CLOSE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tangentOfTheGradientEqualsCentralDifferences(Case example) {
    try (NormBench bench = example.bench()) {
      PlainNorm plain = example.plain(bench);
      bench.forward();
      bench.backward();
      try (Tangent tangent = bench.stage.tangent()) {
        tangent.forward(tangents(bench), bench.pass);
        Matrix gradient = bench.matrix(bench.upstream);
        Matrix moved = bench.matrix(bench.upstreamTangent);
        tangent.parameterGradient(gradient, moved, bench.pass);
        Matrix inputs = tangent.inputGradient(0, gradient, moved, bench.pass);
        same(bench.result(inputs), difference(plain, bench));
      }
    }
  }

  private static PlainNorm.Point difference(PlainNorm plain, NormBench bench) {
    PlainNorm.Point above = gradient(plain, bench, STEP);
    PlainNorm.Point below = gradient(plain, bench, -STEP);
    return new PlainNorm.Point(
        difference(above.x(), below.x()),
        difference(above.scale(), below.scale()),
        difference(above.shift(), below.shift()));
  }

  private static PlainNorm.Point gradient(PlainNorm plain, NormBench bench, double step) {
    return plain.gradient(
        bench.point.plus(step, bench.direction),
        PlainNorm.Point.sum(bench.upstream, step, bench.upstreamTangent));
  }

  private static Matrix[] tangents(NormBench bench) {
    return new Matrix[] {bench.matrix(bench.direction.x())};
  }

  @Test
  void aTangentMayBeZero() {
    try (NormBench bench = new Case(20, Statistics.BATCH, true, Finish.NOTHING).bench()) {
      bench.forward();
      bench.backward();
      try (Tangent tangent = bench.stage.tangent()) {
        double[] zeros = new double[bench.upstream.length];
        Matrix output = tangent.forward(new Matrix[] {bench.matrix(zeros)}, bench.pass);
        double[] expected = NormBench.values(output);
        output = tangent.forward(new Matrix[] {Matrix.ZERO}, bench.pass);
        assertThat(NormBench.values(output)).containsExactly(expected);
      }
    }
  }

  @Test
  void runningStatisticsTakeInTheUnbiasedVariance() {
    try (NormBench bench = new Case(20, Statistics.RUNNING, true, Finish.NOTHING).bench()) {
      float[] before = bench.running.values().clone();
      PlainNorm batch = new PlainNorm(false, null, null);
      int channels = before.length / 2;
      double count = bench.point.x().length / (double) channels;
      bench.forward();
      for (int c = 0; c < channels; c++) {
        double mean = batch.mean(bench.point, c);
        double variance = batch.variance(bench.point, c) * count / (count - 1);
        assertThat((double) bench.running.values()[c])
            .isCloseTo(0.9 * before[c] + 0.1 * mean, CLOSE);
        assertThat((double) bench.running.values()[channels + c])
            .isCloseTo(0.9 * before[channels + c] + 0.1 * variance, CLOSE);
      }
    }
  }

  @Test
  void runningStatisticsRestInARepeatedPass() {
    try (NormBench bench = new NormBench(20, Statistics.RUNNING, Finish.NOTHING)) {
      float[] before = bench.running.values().clone();
      bench.pass.repeat(NormBench.ROWS, 0);
      bench.forward();
      assertThat(bench.running.values()).containsExactly(before);
    }
  }

  @Test
  void runningStatisticsRestInEvaluationAndWhereFrozen() {
    for (Case example :
        List.of(
            new Case(20, Statistics.RUNNING, false, Finish.NOTHING),
            new Case(20, Statistics.FROZEN, true, Finish.NOTHING))) {
      try (NormBench bench = example.bench()) {
        float[] before = bench.running.values().clone();
        bench.forward();
        assertThat(bench.running.values()).containsExactly(before);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sumsThePowersOfTheGradientsOfSamples(Case example) {
    try (NormBench bench = example.bench()) {
      bench.forward();
      Matrix signal = bench.matrix(bench.upstream);
      if (example.isOfBatch()) {
        assertThatExceptionOfType(UnsupportedModelException.class)
            .isThrownBy(() -> bench.stage.sampleGradients(signal, Power.SQUARE, bench.pass))
            .withMessage(
                "Cannot compute gradients of single samples: layer 'bn1' normalises them together."
                    + " Use evaluation mode with running statistics.");
        return;
      }
      Matrix inputs = bench.matrix(bench.backward().x());
      bench.stage.sampleGradients(signal, Power.SQUARE, bench.pass);
      same(bench.result(inputs), squares(example.plain(bench), bench));
    }
  }

  /** The gradient of the inputs is that of all samples, since they do not meet. */
  private static PlainNorm.Point squares(PlainNorm plain, NormBench bench) {
    PlainNorm.Point all = plain.gradient(bench.point, bench.upstream);
    double[] scale = new double[all.scale().length];
    double[] shift = new double[all.shift().length];
    int size = bench.upstream.length / NormBench.ROWS;
    for (int row = 0; row < NormBench.ROWS; row++) {
      double[] own = new double[bench.upstream.length];
      System.arraycopy(bench.upstream, row * size, own, row * size, size);
      PlainNorm.Point one = plain.gradient(bench.point, own);
      for (int c = 0; c < scale.length; c++) {
        scale[c] += one.scale()[c] * one.scale()[c];
        shift[c] += one.shift()[c] * one.shift()[c];
      }
    }
    return new PlainNorm.Point(all.x(), scale, shift);
  }

  @Test
  void refusesTheCurvature() {
    try (NormBench bench = new NormBench(20, Statistics.BATCH, Finish.NOTHING)) {
      assertThatExceptionOfType(UnsupportedModelException.class)
          .isThrownBy(bench.stage::curvature)
          .withMessage(
              "Cannot compute the curvature of layer 'bn1': HesScale has no rule for batch"
                  + " normalisation. Choose a model without it.");
    }
  }

  @Test
  void refusesOneValuePerChannel() {
    ModelSpec model =
        ModelSpec.input(List.of(3)).then("bn1", new BatchNorm(Statistics.RUNNING)).build();
    Batch one = Models.batch(model, 1, 1);
    try (Network network = Models.compile(new OnednnEngine(), model, 1)) {
      network.forward(one, Mode.EVALUATE);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.forward(one, Mode.TRAIN))
          .withMessage(
              "Cannot normalise layer 'bn1': a batch of one sample has one value per channel."
                  + " Choose a batch size that leaves no single sample over.");
    }
  }

  private static void same(PlainNorm.Point actual, PlainNorm.Point expected) {
    assertThat(actual.x()).containsExactly(expected.x(), within(1e-4));
    assertThat(actual.scale()).containsExactly(expected.scale(), within(1e-4));
    assertThat(actual.shift()).containsExactly(expected.shift(), within(1e-4));
  }

  private static double[] difference(double[] above, double[] below) {
    double[] result = new double[above.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (above[i] - below[i]) / (2 * STEP);
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
