package io.clmaven.runtime.method.trajectory;

import static io.clmaven.runtime.engine.NamedTensors.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.LayerList;
import io.clmaven.runtime.engine.NamedTensors;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.replay.Reference;
import io.clmaven.runtime.replay.Tolerance;
import java.util.function.IntFunction;

/**
 * Comparisons with what a trajectory holds.
 *
 * @param layout of the network's parameters
 * @param place what every message begins with
 * @param tolerance share of |expected| + rms
 */
public record TrajectoryChecks(ParameterLayout layout, String place, double tolerance) {

  /** Compares a flat vector [P] with tensors by name. */
  public void named(String what, float[] vector, JsonNode expected) {
    named(layout, what, vector, expected);
  }

  void named(ParameterLayout division, String what, float[] vector, JsonNode expected) {
    NamedTensors.check(
        division,
        vector,
        expected,
        (name, actual, numbers) -> compare(what + ", " + name, actual, numbers));
  }

  /**
   * Compares values of every tensor of the layout, of whatever number, with tensors by name.
   *
   * @param actual the values of a tensor by its index
   */
  public void segments(String what, IntFunction<float[]> actual, JsonNode expected) {
    for (int i = 0; i < layout.segments().size(); i++) {
      Segment segment = layout.segments().get(i);
      String name = "%s, %s of '%s'".formatted(what, segment.kind(), segment.layer());
      compare(name, actual.apply(i), LayerList.values(expected, segment));
    }
  }

  /** Compares values with one tensor. */
  public void tensor(String what, float[] actual, JsonNode expected) {
    compare(what, actual, values(expected));
  }

  /** Compares a number. */
  public void number(String what, double actual, JsonNode expected) {
    compare(what, new float[] {(float) actual}, Reference.flat(expected));
  }

  private void compare(String what, float[] actual, float... expected) {
    Tolerance.ofRms(tolerance, expected).check(place + what, actual, expected);
  }
}
