package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

/** Compares vectors relative to the largest magnitude of what is expected. */
final class Closeness {

  /** What counts as the largest magnitude where all is zero. */
  private static final double LEAST = 1e-3;

  private Closeness() {}

  static void assertClose(double[] actual, double[] expected, double tolerance) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    assertThat(actual).containsExactly(expected, within(tolerance * Math.max(largest, LEAST)));
  }

  /** Compares each part of a flat vector by itself: a layer of small values counts as well. */
  static void assertClose(
      ParameterLayout layout, double[] actual, double[] expected, double tolerance) {
    for (Segment segment : layout.segments()) {
      assertThat(part(segment, actual))
          .as("%s of '%s'", segment.kind(), segment.layer())
          .containsExactly(
              part(segment, expected),
              within(tolerance * Math.max(largest(part(segment, expected)), LEAST)));
    }
  }

  private static double[] part(Segment segment, double[] all) {
    return Arrays.copyOfRange(all, segment.offset(), segment.end());
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
