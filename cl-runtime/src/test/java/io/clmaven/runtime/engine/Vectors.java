package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Vectors in double precision, and how close two of them are. */
final class Vectors {

  /** What counts as the largest magnitude where all is zero. */
  private static final double LEAST = 1e-6;

  /**
   * What counts as the largest magnitude of a part, as a share of that of all: a bias before batch
   * normalisation has the gradient zero, which is computed as the rounding of sums of large terms.
   */
  private static final double LEAST_SHARE = 0.05;

  private Vectors() {}

  /** Returns the values of an array in row-major order. */
  static double[] of(INDArray array) {
    return DoubleNetwork.doubles(array.dup('c').data().asFloat());
  }

  static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Cuts a vector into rows. */
  static double[][] rows(double[] values, int columns) {
    double[][] rows = new double[values.length / columns][];
    Arrays.setAll(rows, n -> Arrays.copyOfRange(values, n * columns, (n + 1) * columns));
    return rows;
  }

  /** Returns a random direction of length 1 to differentiate in. */
  static double[] direction(int length, long seed) {
    RandomStream random = new RandomStreams(seed).stream("direction");
    double[] direction = new double[length];
    Arrays.setAll(direction, i -> random.nextUniform(1));
    double norm = norm(direction);
    Arrays.setAll(direction, i -> direction[i] / norm);
    return direction;
  }

  static double[] unit(int length, int index) {
    double[] unit = new double[length];
    unit[index] = 1;
    return unit;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** Compares relative to the largest magnitude of what is expected. */
  static void assertClose(double[] actual, double[] expected, double tolerance) {
    double largest = Math.max(largest(expected), LEAST);
    assertWithin("the vector", actual, expected, tolerance * largest);
  }

  /** Compares each part of a flat vector by itself: a layer of small values counts as well. */
  static void assertClose(
      ParameterLayout layout, double[] actual, double[] expected, double tolerance) {
    double least = Math.max(LEAST_SHARE * largest(expected), LEAST);
    for (Segment segment : layout.segments()) {
      double[] part = Arrays.copyOfRange(expected, segment.offset(), segment.end());
      double[] own = Arrays.copyOfRange(actual, segment.offset(), segment.end());
      String name = segment.kind() + " of '" + segment.layer() + "'";
      assertWithin(name, own, part, tolerance * Math.max(largest(part), least));
    }
  }

  /** Stops at the first element: a list of all would be long. */
  private static void assertWithin(
      String name, double[] actual, double[] expected, double tolerance) {
    assertThat(actual).as(name).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= tolerance)) {
        assertThat(actual[i])
            .as("element %d of %d of %s", i, actual.length, name)
            .isCloseTo(expected[i], within(tolerance));
      }
    }
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
