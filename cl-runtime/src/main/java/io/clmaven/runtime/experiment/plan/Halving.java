package io.clmaven.runtime.experiment.plan;

import io.clmaven.runtime.component.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Successive halving with seeds as the resource: every point begins with a few seeds, the best
 * share of the points goes on with more of them. Source: Jamieson and Talwalkar, "Non-stochastic
 * Best Arm Identification and Hyperparameter Optimization", AISTATS 2016.
 *
 * @param factor from rung to rung there are that many times more seeds and fewer points
 * @param seeds seeds of every point in the first rung
 */
public record Halving(
    @Setting(
            value =
                "From one rung to the next the best 1/factor of the points, at least one, go on"
                    + " with factor times as many seeds.",
            byDefault = "3",
            range = "[2, 1000]")
        int factor,
    @Setting(
            value = "Seeds of every point in the first rung.",
            byDefault = "1",
            range = "[1, 100000]")
        int seeds) {

  /** Returns how many seeds the points of each rung have, the last of them all. */
  public List<Integer> rungs(int allSeeds) {
    List<Integer> rungs = new ArrayList<>();
    for (long used = seeds; used < allSeeds; used *= factor) {
      rungs.add((int) used);
    }
    rungs.add(allSeeds);
    return rungs;
  }

  /** Returns how many of the points of a rung go on. */
  public int survivors(int points) {
    return Math.max(1, points / factor);
  }
}
