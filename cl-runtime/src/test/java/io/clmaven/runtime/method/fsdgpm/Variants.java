package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.fsdgpm.Variant.Perturbation;
import io.clmaven.runtime.method.fsdgpm.Variant.Place;
import io.clmaven.runtime.method.fsdgpm.Variant.Weighting;

/** The methods by the switches of the official parser. */
final class Variants {

  private Variants() {}

  /** Returns the method that fields {@code method} and {@code sharpness} name. */
  static ReplayProjection of(JsonNode switches) {
    boolean sharpness = field(switches, "sharpness").booleanValue();
    String method = field(switches, "method").textValue();
    return switch (method) {
      case "xdgpm" -> sharpness ? new FsDgpm() : new LaDgpm();
      case "xgpm" -> sharpness ? new FsGpm() : new LaGpm();
      case "dgpm" -> sharpness ? new SharpDgpm() : new Dgpm();
      default -> throw new IllegalArgumentException("unknown method '%s'".formatted(method));
    };
  }

  /** DGPM whose soft weights learn from the loss up from the weights; not registered. */
  private static final class SharpDgpm extends ReplayProjection {
    SharpDgpm() {
      super(
          "dgpm-sharp",
          "DGPM with sharpness.",
          new Variant(Perturbation.UP, Weighting.SOFT, Place.PRESENT));
    }
  }
}
