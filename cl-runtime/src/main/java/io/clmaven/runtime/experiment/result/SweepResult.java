package io.clmaven.runtime.experiment.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code sweep.json} of a finished sweep. It holds no time and no path of the machine: the same
 * sweep gives the same bytes, also when it was killed meanwhile.
 *
 * @param schema version of this format, {@link #SCHEMA}
 * @param sweep name of the sweep
 * @param files the files of the experiment directory that it rests on, relative to it
 * @param experiment what was searched
 * @param overrides settings of the experiment that held in the search only
 * @param metric id of the metric that points are compared by
 * @param evaluated what it was measured on: always {@code validation}
 * @param parameters paths of the settings that were searched
 * @param seeds seeds of a point that was never dropped
 * @param rungs what was run
 * @param points all points, the best first
 * @param winner name of the best point; empty if all of them diverged
 */
public record SweepResult(
    int schema,
    String sweep,
    List<String> files,
    String experiment,
    JsonNode overrides,
    String metric,
    String evaluated,
    List<String> parameters,
    List<Long> seeds,
    List<Rung> rungs,
    List<Point> points,
    Optional<String> winner) {

  /** Version of the format that this class describes. */
  public static final int SCHEMA = 2;

  /** Name of the file in the folder of a sweep. */
  public static final String FILE = "sweep.json";

  /** What {@link #evaluated} says. */
  public static final String VALIDATION = "validation";

  /**
   * One rung of successive halving; without halving there is one.
   *
   * @param points points that were run
   * @param seeds seeds of each of them
   */
  public record Rung(int points, int seeds) {}

  /** How a point ended. */
  public enum State {
    /** It was run with all seeds. */
    COMPLETE,
    /** Others were better in its last rung. */
    DROPPED,
    /** Training diverged with one of the seeds: the worst there is. */
    DIVERGED
  }

  /**
   * One point.
   *
   * @param name name of its folder
   * @param values values by path of the setting
   * @param rung its last rung, from 1
   * @param scores the metric for each seed that was run, in their order; empty if it diverged
   * @param mean their mean; absent if it diverged
   * @param deviation their sample standard deviation; absent if it diverged or had one seed
   * @param state how it ended
   * @param reason what the trial said that diverged; absent for others
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Point(
      String name,
      Map<String, JsonNode> values,
      int rung,
      List<Double> scores,
      Optional<Double> mean,
      Optional<Double> deviation,
      State state,
      Optional<String> reason) {}
}
