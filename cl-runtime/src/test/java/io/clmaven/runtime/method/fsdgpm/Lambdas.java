package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.flat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.replay.Tolerance;

/** Compares values of all basis directions: one list per layer. */
final class Lambdas {

  private Lambdas() {}

  static void compare(String what, Tolerance tolerance, float[][] actual, JsonNode expected) {
    assertThat(actual.length).as(what).isEqualTo(expected.size());
    for (int layer = 0; layer < actual.length; layer++) {
      tolerance.check(
          "%s of layer %d".formatted(what, layer), actual[layer], flat(expected.get(layer)));
    }
  }
}
