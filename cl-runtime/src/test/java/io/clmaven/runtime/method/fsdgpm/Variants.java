package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;

/** The methods by the switches of the official parser. */
final class Variants {

  private Variants() {}

  /** Returns the method that fields {@code method} and {@code sharpness} name. */
  static ReplayProjection of(JsonNode switches) {
    boolean sharpness = sharpness(switches);
    return switch (method(switches)) {
      case "xdgpm" -> sharpness ? new FsDgpm() : new LaDgpm();
      case "xgpm" -> sharpness ? new FsGpm() : new LaGpm();
      case "dgpm" -> new Dgpm();
      default -> throw new IllegalArgumentException("unknown " + switches);
    };
  }

  /** Returns the parameters that this method takes. */
  static Record parameters(JsonNode switches, FsDgpmParameters all) {
    Perturbation perturbation = sharpness(switches) ? Perturbation.UP : Perturbation.DOWN;
    return switch (method(switches)) {
      case "xgpm" -> OwnParameters.fsGpm(all);
      case "dgpm" -> OwnParameters.dgpm(perturbation, all);
      default -> all;
    };
  }

  private static String method(JsonNode switches) {
    return field(switches, "method").textValue();
  }

  private static boolean sharpness(JsonNode switches) {
    return field(switches, "sharpness").booleanValue();
  }
}
