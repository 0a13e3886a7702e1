package io.clmaven.runtime.method.gpm;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.assertProjector;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.subspace.Basis;
import java.util.List;

/** What a trajectory file says about the bases after a task. */
final class MemoryFacts {

  private MemoryFacts() {}

  /**
   * Compares the bases.
   *
   * @param names how the file calls the projected layers
   */
  static void compare(Gpm gpm, List<String> names, JsonNode expected) {
    List<JsonNode> layers = list(expected);
    assertThat(gpm.bases()).hasSameSizeAs(names);
    assertThat(layers).hasSameSizeAs(names);
    for (int i = 0; i < layers.size(); i++) {
      String name = names.get(i);
      assertThat(field(layers.get(i), "layer").textValue()).isEqualTo(name);
      Basis basis = gpm.bases().get(i);
      assertThat(basis.dimension()).as(name).isEqualTo(field(layers.get(i), "dim").intValue());
      assertThat(basis.rank()).as(name).isEqualTo(field(layers.get(i), "rank").intValue());
      projector(name, BasisReplay.projector(basis), layers.get(i));
    }
  }

  /** Files hold large projectors only by their product with a probe. */
  private static void projector(String name, double[][] projector, JsonNode expected) {
    if (expected.has("projector")) {
      assertProjector(name, projector, expected.get("projector"));
      return;
    }
    double[] products = doubles(field(expected, "projector_probe"));
    assertThat(projector).as(name).hasDimensions(products.length, products.length);
    for (int i = 0; i < products.length; i++) {
      double product = 0;
      for (int j = 0; j < products.length; j++) {
        product += projector[i][j] * ((7 * j + 3) % 11 / 11.0 - 0.5);
      }
      assertFloat("%s, probe at %d".formatted(name, i), product, products[i]);
    }
  }
}
