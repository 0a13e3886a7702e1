package io.clmaven.runtime.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Reads arrays of reference files and compares with them within the published tolerances. */
public final class Reference {

  private static final double ABSOLUTE = 2e-5;
  private static final double RELATIVE = 1e-4;
  private static final double PROJECTOR = 1e-5;

  private Reference() {}

  /** Returns a field that has to be there. */
  public static JsonNode field(JsonNode object, String name) {
    assertThat(object.has(name)).as("field '%s' in the reference file", name).isTrue();
    return object.get(name);
  }

  /** Returns the elements of an array. */
  public static List<JsonNode> list(JsonNode array) {
    assertThat(array.isArray()).as("array in the reference file").isTrue();
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /** Returns whole numbers. */
  public static int[] ints(JsonNode array) {
    return list(array).stream().mapToInt(JsonNode::intValue).toArray();
  }

  /** Returns numbers. */
  public static double[] doubles(JsonNode array) {
    return list(array).stream().mapToDouble(JsonNode::doubleValue).toArray();
  }

  /** Returns a matrix, outer list = rows. */
  public static double[][] matrix(JsonNode array) {
    return list(array).stream().map(Reference::doubles).toArray(double[][]::new);
  }

  /** Returns the numbers of nested lists one behind the other, row-major. */
  public static float[] flat(JsonNode array) {
    List<Float> values = new ArrayList<>();
    collect(array, values);
    float[] flat = new float[values.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = values.get(i);
    }
    return flat;
  }

  private static void collect(JsonNode node, List<Float> values) {
    if (node.isArray()) {
      node.forEach(child -> collect(child, values));
    } else if (node.isTextual()) { // "NaN" or "Infinity"
      values.add(Float.parseFloat(node.textValue()));
    } else {
      values.add(node.floatValue());
    }
  }

  /** Compares a float result: |x - y| is at most 2e-5 + 1e-4 |y|. */
  public static void assertFloat(String what, double actual, double expected) {
    assertWithin(what, actual, expected, ABSOLUTE + RELATIVE * Math.abs(expected));
  }

  /** Compares float results, element by element. */
  public static void assertFloats(String what, float[] actual, JsonNode expected) {
    float[] values = flat(expected);
    assertThat(actual).as(what).hasSameSizeAs(values);
    for (int i = 0; i < values.length; i++) {
      assertFloat(what + " at " + i, actual[i], values[i]);
    }
  }

  /** Compares projectors: 1e-5 absolute. */
  public static void assertProjector(String what, double[][] actual, JsonNode expected) {
    double[][] values = matrix(expected);
    assertThat(actual.length).as(what).isEqualTo(values.length);
    for (int i = 0; i < values.length; i++) {
      assertThat(actual[i]).as(what).hasSameSizeAs(values[i]);
      for (int j = 0; j < values[i].length; j++) {
        assertWithin(
            String.format(Locale.ROOT, "%s at %d, %d", what, i, j),
            actual[i][j],
            values[i][j],
            PROJECTOR);
      }
    }
  }

  /** Compares numbers; a result that is not a number never fits. */
  public static void assertWithin(String what, double actual, double expected, double tolerance) {
    boolean fits = Math.abs(actual - expected) <= tolerance;
    assertThat(fits)
        .withFailMessage(
            "%s: expected %s but was %s (tolerance %s)", what, expected, actual, tolerance)
        .isTrue();
  }
}
