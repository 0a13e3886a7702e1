package io.clmaven.runtime.experiment.result;

import java.util.List;

/**
 * {@code analysis/loss-landscape.json} of one finished trial: the loss around the weights that the
 * network had after each task. Tasks count from 0; a loss that is no number is null.
 *
 * @param schema version of this format, {@link #SCHEMA}
 * @param steps places of the points of a curve, in lengths of its direction
 * @param curves a row for each direction, a column for each step
 * @param axis places of the points on both axes of a surface; empty if there are none
 * @param surfaces a row for each place on the second direction, a column for each on the first
 */
public record LossLandscapeResult(
    int schema, List<Double> steps, List<Grid> curves, List<Double> axis, List<Grid> surfaces) {

  /** Version of the format that this class describes. */
  public static final int SCHEMA = 1;

  /** Name of the analysis, and of its file in {@link TrialResult#analysisFile}. */
  public static final String NAME = "loss-landscape";

  /**
   * Losses in the surroundings of the weights.
   *
   * @param after the task that was learnt last
   * @param on the task that the loss was measured on
   * @param losses mean losses by row and column
   */
  public record Grid(int after, int on, List<List<Float>> losses) {}
}
