package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups shorter and longer than a block, and more channels than a block has room for. */
class ChannelProductTest {

  private final RandomStream random = new RandomStreams(3).stream("test");

  private float[] draw(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextUniform(1);
    }
    return values;
  }

  private static float[] pull(Matrix matrix, int rows) {
    float[] values = new float[rows * matrix.columns()];
    matrix.pullRows(values, rows);
    return values;
  }

  @ParameterizedTest
  @CsvSource({"3, 20, 1", "2, 20, 1000", "1, 300, 50", "2, 5000, 3", "1, 4096, 1"})
  void multipliesAndSumsPerChannel(int groups, int channels, int pixels) {
    int group = channels * pixels;
    float[] x = draw(groups * group);
    float[] y = draw(groups * group);
    float[] factors = draw(groups * channels);
    double[] products = new double[x.length];
    double[] sums = new double[factors.length];
    for (int i = 0; i < x.length; i++) {
      int at = i / group * channels + i % channels;
      products[i] = x[i] * factors[at];
      sums[at] += x[i] * (double) y[i];
    }
    ChannelProduct product = new ChannelProduct(channels);
    Matrix result = Matrix.of(y, group);
    Matrix xs = Matrix.of(x, group);
    Matrix f = Matrix.of(factors, channels);
    product.times(groups, group, xs, f, result);
    assertClose(pull(result, groups), products, 1);
    product.addTimes(groups, group, xs, f, result);
    assertClose(pull(result, groups), products, 2);
    Matrix sum = Matrix.of(factors, channels);
    product.sum(groups, group, xs, Matrix.of(y, group), sum);
    assertClose(pull(sum, groups), sums, 1);
    product.addSum(groups, group, xs, Matrix.of(y, group), sum);
    assertClose(pull(sum, groups), sums, 2);
  }

  private static void assertClose(float[] actual, double[] expected, int times) {
    double[] doubles = new double[actual.length];
    double[] all = expected.clone();
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = actual[i];
      all[i] *= times;
    }
    assertThat(doubles).containsExactly(all, within(1e-4));
  }
}
