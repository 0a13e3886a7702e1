package io.clmaven.plugin.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.Halving;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Sweeps over the setting {@code training.rate} whose trials are made up. */
final class SweepFixture {

  private SweepFixture() {}

  static PlannedSweep sweep(int seeds, Optional<Halving> halving, PlannedPoint... points) {
    return new PlannedSweep(
        "rates",
        "sweeps/rates.yaml",
        List.of("sweeps/rates.yaml"),
        "preset/naive",
        Json.mapper().createObjectNode().set("benchmark", tasks(3)),
        "accuracy",
        List.of("training.rate"),
        LongStream.rangeClosed(1, seeds).boxed().toList(),
        halving,
        List.of(points));
  }

  /** Returns a point whose accuracy with seed n is {@code accuracy + n / 100}. */
  static PlannedPoint point(double rate, double accuracy) {
    return point(rate, Json.mapper().createObjectNode().put("accuracy", accuracy));
  }

  static PlannedPoint failing(double rate, String exitCode) {
    return point(rate, Json.mapper().createObjectNode().put("failsWith", exitCode));
  }

  /** Returns a point that diverges with one seed and has an accuracy with the others. */
  static PlannedPoint divergingWith(long seed, double rate, double accuracy) {
    return point(
        rate, Json.mapper().createObjectNode().put("accuracy", accuracy).put("divergesWith", seed));
  }

  private static PlannedPoint point(double rate, JsonNode configuration) {
    JsonNode value = Json.mapper().getNodeFactory().numberNode(rate);
    PlannedExperiment experiment =
        new PlannedExperiment(
            "rates/rate=" + rate,
            "sweeps/rates.yaml",
            List.of(),
            "",
            configuration,
            List.of(),
            Map.of(),
            List.of(),
            new Fingerprint(Map.of("configuration", configuration.toString())));
    JsonNode overrides = Json.mapper().createObjectNode().set("training", rate(value));
    return new PlannedPoint(Map.of("training.rate", value), overrides, experiment);
  }

  private static JsonNode tasks(int tasks) {
    return Json.mapper().createObjectNode().put("tasks", tasks);
  }

  private static JsonNode rate(JsonNode value) {
    return Json.mapper().createObjectNode().set("rate", value);
  }
}
