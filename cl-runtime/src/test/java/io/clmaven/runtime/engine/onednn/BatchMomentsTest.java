package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments in float32 against the same in double precision. */
class BatchMomentsTest {

  private static final double TOLERANCE = 1e-6;

  /** Pixels fill part of a line, a line, a block, and leave a part of either over. */
  @ParameterizedTest
  @ValueSource(ints = {1, 20, 40, 64, 512, 700})
  void areRightForAnyNumberOfPixels(int channels) {
    for (int pixels : new int[] {2, 3, 51, 102, 103, 2047, 2048, 2049, 4097, 6600}) {
      assertRight(channels, pixels, x -> x);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 40, 64, 512, 700})
  void areRightFarFromZero(int channels) {
    double deviation = 0.1 * Math.sqrt(3); // of a uniform variable in [-1, 1)
    assertRight(channels, 4099, x -> 100 + deviation * x);
    assertRight(channels, 4099, x -> -100 + deviation * x);
  }

  @ParameterizedTest
  @CsvSource({"20, 65536", "64, 65536", "512, 4096"})
  void areRightBehindRelus(int channels, int pixels) {
    assertRight(channels, pixels, x -> Math.max(x, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 700})
  void varianceOfAConstantIsZero(int channels) {
    float[] values = draw(channels * 1000, x -> 0.1);
    float[][] moments = moments(new BatchMoments(channels), values, channels);
    assertThat(moments[0]).containsOnly(0.1f);
    assertThat(moments[1]).containsOnly(0);
  }

  @Test
  void varianceOfOnePixelIsZero() {
    float[] values = draw(20, x -> x);
    float[][] moments = moments(new BatchMoments(20), values, 20);
    assertThat(moments[0]).containsExactly(values);
    assertThat(moments[1]).containsOnly(0);
  }

  @Test
  void forgetTheBatchBefore() {
    float[] values = draw(20 * 300, x -> x);
    BatchMoments used = new BatchMoments(20);
    moments(used, draw(20 * 1000, x -> 50 + x), 20);
    assertThat(moments(used, values, 20)).isDeepEqualTo(moments(new BatchMoments(20), values, 20));
  }

  private static void assertRight(int channels, int pixels, DoubleUnaryOperator of) {
    assertRight(draw(channels * pixels, of), channels);
  }

  private static void assertRight(float[] values, int channels) {
    float[][] moments = moments(new BatchMoments(channels), values, channels);
    int pixels = values.length / channels;
    for (int c = 0; c < channels; c++) {
      double mean = mean(values, channels, c);
      double variance = variance(values, channels, c, mean);
      double size = Math.max(Math.abs(mean), Math.sqrt(variance));
      assertThat((double) moments[0][c])
          .as("mean of channel %d of %d, %d pixels", c, channels, pixels)
          .isCloseTo(mean, within(TOLERANCE * size));
      assertThat((double) moments[1][c])
          .as("variance of channel %d of %d, %d pixels", c, channels, pixels)
          .isCloseTo(variance, within(TOLERANCE * variance));
    }
  }

  /** Returns the means and the variances that the class under test finds. */
  private static float[][] moments(BatchMoments moments, float[] values, int channels) {
    float[][] result = new float[2][channels];
    try (Matrix inputs = Matrix.of(values, channels);
        Matrix mean = Matrix.of(new float[channels], channels);
        Matrix variance = Matrix.of(new float[channels], channels)) {
      moments.compute(inputs, values.length / channels, mean, variance);
      mean.pullRows(result[0], 1);
      variance.pullRows(result[1], 1);
    }
    return result;
  }

  private static double mean(float[] values, int channels, int channel) {
    double sum = 0;
    for (int i = channel; i < values.length; i += channels) {
      sum += values[i];
    }
    return sum * channels / values.length;
  }

  private static double variance(float[] values, int channels, int channel, double mean) {
    double sum = 0;
    for (int i = channel; i < values.length; i += channels) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return sum * channels / values.length;
  }

  /** Draws values in [-1, 1) and maps them. */
  private static float[] draw(int length, DoubleUnaryOperator of) {
    RandomStream random = new RandomStreams(1).stream("values");
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) of.applyAsDouble(random.nextUniform(1));
    }
    return values;
  }
}
