package io.clmaven.plugin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.experiment.plan.CheckRule.Statistic;
import org.junit.jupiter.api.Test;

class SampleTest {

  /** mean 5, squared deviations 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, s = sqrt(32 / 7). */
  private final Sample eight = new Sample(new double[] {2, 4, 4, 4, 5, 5, 7, 9});

  @Test
  void standardDeviationHasOneDegreeOfFreedomLess() {
    assertThat(eight.mean()).isEqualTo(5.0);
    assertThat(eight.standardDeviation()).isCloseTo(2.13809, within(1e-5));
  }

  /** Student's t with 7 degrees of freedom, 95 % one-sided: 1.895 in the published table. */
  @Test
  void upperBoundUsesOneSidedT() {
    // 5 + 1.894579 * 2.138090 / sqrt(8) = 5 + 1.432164
    assertThat(eight.upperBound(0.95)).isCloseTo(6.43216, within(1e-5));
  }

  /** Student's t with 7 degrees of freedom, 95 % two-sided: 2.365 in the published table. */
  @Test
  void confidenceIntervalUsesTwoSidedT() {
    // 2.364624 * 2.138090 / sqrt(8) = 1.787487
    assertThat(eight.statistic(Statistic.LOWER_CI95)).isCloseTo(3.21251, within(1e-5));
    assertThat(eight.statistic(Statistic.UPPER_CI95)).isCloseTo(6.78749, within(1e-5));
  }

  @Test
  void smallestAndLargest() {
    assertThat(eight.statistic(Statistic.MIN)).isEqualTo(2);
    assertThat(eight.statistic(Statistic.MAX)).isEqualTo(9);
    assertThat(eight.statistic(Statistic.MEAN)).isEqualTo(5);
  }

  @Test
  void singleValueHasNoConfidenceInterval() {
    Sample one = new Sample(new double[] {0.9});
    assertThat(one.standardDeviation()).isZero();
    assertThat(one.upperBound(0.95)).isNaN();
    assertThat(one.statistic(Statistic.LOWER_CI95)).isNaN();
  }
}
