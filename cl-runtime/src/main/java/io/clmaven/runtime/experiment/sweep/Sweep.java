package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.experiment.plan.Halving;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a sweep file beside {@code parameters} and {@code overrides}.
 *
 * @param experiment what is searched
 * @param random how points are drawn; empty: all combinations of the values are points
 * @param seeds seeds of every point; empty: those of the experiment
 * @param halving how hopeless points are dropped early; empty: never
 * @param metric id or alias of the metric that points are compared by
 */
record Sweep(
    @Setting("The experiment that is searched: 'preset/<name>' or a file of the project.")
        String experiment,
    @Setting("Draws points at random; without it every combination of the values is a point.")
        Optional<Drawing> random,
    @Setting(
            value = "Seeds of every point; those of the experiment if it is left out.",
            range = "[0, 2147483647]")
        Optional<List<Long>> seeds,
    @Setting("Drops hopeless points early; without it every point is run with all seeds.")
        Optional<Halving> halving,
    @Setting(value = "The metric that points are compared by.", byDefault = "accuracy")
        String metric) {

  /**
   * How points are drawn.
   *
   * @param points how many
   * @param seed seed of the drawing
   */
  record Drawing(
      @Setting(value = "Points to draw; one that is drawn twice counts once.", range = "[1, 10000]")
          int points,
      @Setting(value = "Seed of the drawing.", byDefault = "1", range = "[0, 2147483647]")
          long seed) {}
}
