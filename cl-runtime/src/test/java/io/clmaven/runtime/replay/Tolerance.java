package io.clmaven.runtime.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How far the values of an array may be from what is expected: {@code absolute + relative *
 * |expected|}. Where no number is expected, there must be none.
 */
public record Tolerance(double absolute, double relative) {

  /** Returns {@code share * (|expected| + rms)}, rms that of all its numbers. */
  public static Tolerance ofRms(double share, float... expected) {
    double squares =
        IntStream.range(0, expected.length)
            .mapToDouble(i -> expected[i])
            .filter(x -> !Double.isNaN(x))
            .map(x -> x * x)
            .average()
            .orElse(0);
    return new Tolerance(share * Math.sqrt(squares), share);
  }

  /** Returns {@code share} of the largest magnitude of the whole array. */
  public static Tolerance ofLargest(double share, float... expected) {
    double largest =
        IntStream.range(0, expected.length).mapToDouble(i -> Math.abs(expected[i])).max().orElse(0);
    return new Tolerance(share * largest, 0);
  }

  /** Compares element by element. */
  public void check(String what, float[] actual, float... expected) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      String element = String.format(Locale.ROOT, "%s at %d", what, i);
      if (Float.isNaN(expected[i])) {
        assertThat(actual[i]).as(element).isNaN();
      } else {
        double tolerance = absolute + relative * Math.abs(expected[i]);
        Reference.assertWithin(element, actual[i], expected[i], tolerance);
      }
    }
  }
}
