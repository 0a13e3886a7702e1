package io.clmaven.runtime.experiment.analysis;

import io.clmaven.runtime.component.Setting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/** Parameters of {@link LossLandscape}. */
public record LossLandscapeParameters(
    @Setting(
            value = "Random directions; each is drawn anew after every task.",
            byDefault = "10",
            range = "[1, 1000]")
        int directions,
    @Setting(value = "First point of a curve, in lengths of the direction.", byDefault = "-1")
        BigDecimal minimum,
    @Setting(value = "End of a curve; not a point itself.", byDefault = "1") BigDecimal maximum,
    @Setting(value = "Distance of two points of a curve.", byDefault = "0.02", range = "(0, inf)")
        BigDecimal step,
    @Setting(
            value =
                "Training examples of each task that the loss is measured on: the same for all"
                    + " points, drawn once.",
            byDefault = "200",
            range = "[1, inf)")
        int samples,
    @Setting(
            value =
                "Whose loss is measured after a task: that of all tasks learnt so far, or of the"
                    + " first one only.",
            byDefault = "learnt")
        Tasks tasks,
    @Setting(
            value =
                "Points on each axis of the surface over two directions, both ends included,"
                    + " measured on the first task; 0: no surface.",
            byDefault = "21",
            range = "[0, 1001]")
        int surface) {

  private static final int MOST_POINTS = 10_000;

  /** Whose loss is measured. */
  public enum Tasks {
    LEARNT,
    FIRST
  }

  public LossLandscapeParameters {
    if (minimum.compareTo(maximum) >= 0) {
      throw new IllegalArgumentException(
          "'minimum' is %s, but 'maximum' is %s. Set 'maximum' above it."
              .formatted(minimum, maximum));
    }
    if (points(minimum, maximum, step).compareTo(BigDecimal.valueOf(MOST_POINTS)) > 0) {
      throw new IllegalArgumentException(
          "a 'step' of %s makes more than %d points. Raise it.".formatted(step, MOST_POINTS));
    }
    if (surface == 1) {
      throw new IllegalArgumentException(
          "a 'surface' of 1 point is none. Set 2 or more, or 0 for no surface.");
    }
  }

  /** Returns the points of a curve: from the minimum on, as far as the maximum exclusively. */
  List<Double> steps() {
    return IntStream.range(0, points(minimum, maximum, step).intValueExact())
        .mapToObj(i -> minimum.add(step.multiply(BigDecimal.valueOf(i))).doubleValue())
        .toList();
  }

  /** Returns the points on an axis of the surface, both ends included. */
  List<Double> axis() {
    BigDecimal intervals = BigDecimal.valueOf(Math.max(1, surface - 1));
    BigDecimal width = maximum.subtract(minimum);
    return IntStream.range(0, surface)
        .mapToObj(i -> width.multiply(BigDecimal.valueOf(i)))
        .map(part -> minimum.add(part.divide(intervals, MathContext.DECIMAL64)).doubleValue())
        .toList();
  }

  private static BigDecimal points(BigDecimal from, BigDecimal to, BigDecimal step) {
    return to.subtract(from).divide(step, 0, RoundingMode.CEILING);
  }
}
