package io.clmaven.runtime.experiment.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One valid sweep.
 *
 * @param name name of the file without {@code .yaml}
 * @param file path relative to the experiment directory
 * @param files the files of that directory that it rests on, its own first
 * @param experiment what is searched, as an experiment of the same directory would extend it
 * @param overrides settings of the experiment that hold in the search only
 * @param metric id of the metric that points are compared by
 * @param parameters paths of the settings that are searched
 * @param seeds seeds of a point that is never dropped
 * @param halving how points are dropped early; empty: every point gets all seeds
 * @param points in the order of the grid or of their drawing
 */
public record PlannedSweep(
    String name,
    String file,
    List<String> files,
    String experiment,
    JsonNode overrides,
    String metric,
    List<String> parameters,
    List<Long> seeds,
    Optional<Halving> halving,
    List<PlannedPoint> points) {

  /** Returns how many seeds the points of each rung have. */
  public List<Integer> rungs() {
    return halving.map(h -> h.rungs(seeds.size())).orElse(List.of(seeds.size()));
  }
}
