package io.clmaven.runtime.experiment.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One point of a sweep: an experiment with values of its own, evaluated on validation examples.
 *
 * @param values the values by path of the setting, in the order of the sweep
 * @param overrides what an experiment that extends the one of the sweep sets to have these values
 * @param experiment the trials; its name is {@code <sweep>/<point>}
 */
public record PlannedPoint(
    Map<String, JsonNode> values, JsonNode overrides, PlannedExperiment experiment) {}
