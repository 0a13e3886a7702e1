package io.clmaven.plugin.report;

import io.clmaven.plugin.check.Sample;
import io.clmaven.runtime.experiment.result.LossLandscapeResult;
import io.clmaven.runtime.experiment.result.LossLandscapeResult.Grid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The loss landscapes of one experiment.
 *
 * @param bySeed those with the points of the first one; others cannot be averaged with it
 */
public record Landscapes(SortedMap<Long, LossLandscapeResult> bySeed) {

  /** Those of an experiment that has none. */
  public static final Landscapes NONE = new Landscapes(new TreeMap<>());

  public Landscapes {
    TreeMap<Long, LossLandscapeResult> alike = new TreeMap<>(bySeed);
    if (!alike.isEmpty()) {
      List<Double> steps = alike.firstEntry().getValue().steps();
      alike.values().removeIf(landscape -> !landscape.steps().equals(steps));
    }
    bySeed = alike;
  }

  boolean isEmpty() {
    return bySeed.isEmpty();
  }

  /** Returns the places of the points of a curve. */
  List<Double> steps() {
    return first().steps();
  }

  /** Returns the landscape of the smallest seed. */
  LossLandscapeResult first() {
    return bySeed.get(bySeed.firstKey());
  }

  /** Returns the last task that all trials have measured after; it counts from 0. */
  int lastTask() {
    return bySeed.values().stream()
        .mapToInt(landscape -> landscape.curves().stream().mapToInt(Grid::after).max().orElse(0))
        .min()
        .orElse(0);
  }

  /** Returns the losses at one point over all directions and seeds; nothing if there are none. */
  Optional<Sample> losses(int after, int on, int step) {
    double[] values =
        bySeed.values().stream()
            .flatMap(landscape -> landscape.curves().stream())
            .filter(curve -> curve.after() == after && curve.on() == on)
            .flatMap(curve -> curve.losses().stream())
            .map(direction -> direction.get(step))
            .filter(Objects::nonNull)
            .mapToDouble(Float::doubleValue)
            .toArray();
    return values.length == 0 ? Optional.empty() : Optional.of(new Sample(values));
  }

  /** Tells whether the loss of a task was measured after a task. */
  boolean has(int after, int on) {
    return first().curves().stream().anyMatch(curve -> curve.after() == after && curve.on() == on);
  }

  /** Returns the surface after a task for the smallest seed. */
  Optional<Grid> surface(int after) {
    return first().surfaces().stream().filter(surface -> surface.after() == after).findFirst();
  }
}
