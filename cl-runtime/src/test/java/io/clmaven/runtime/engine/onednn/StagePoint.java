package io.clmaven.runtime.engine.onednn;

import java.util.ArrayList;
import java.util.List;

/**
 * What the output of a layer depends on, in double precision; derivatives are central differences.
 *
 * @param parameters [P]
 * @param inputs each [N * columns]
 */
record StagePoint(double[] parameters, List<double[]> inputs) {

  private static final double STEP = 1e-4;

  /** A layer as a function of a point. */
  @FunctionalInterface
  interface Formula {

    double[] at(StagePoint point);
  }

  double[] input() {
    return inputs.get(0);
  }

  /** Returns this point moved in a direction. */
  StagePoint plus(double step, StagePoint direction) {
    List<double[]> moved = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      moved.add(sum(inputs.get(i), step, direction.inputs.get(i)));
    }
    return new StagePoint(sum(parameters, step, direction.parameters), moved);
  }

  /** Returns this direction with one input that does not move. */
  StagePoint withZero(int still) {
    List<double[]> all = new ArrayList<>(inputs);
    if (still < all.size()) {
      all.set(still, new double[all.get(still).length]);
    }
    return new StagePoint(parameters, all);
  }

  /** Returns the tangent of the output. */
  double[] tangent(Formula formula, StagePoint direction) {
    return slope(formula.at(plus(STEP, direction)), formula.at(plus(-STEP, direction)));
  }

  /** Returns the gradient of {@code upstream * output}. */
  StagePoint gradient(Formula formula, double[] upstream) {
    List<double[]> all = new ArrayList<>();
    inputs.forEach(values -> all.add(gradient(formula, upstream, values)));
    return new StagePoint(gradient(formula, upstream, parameters), all);
  }

  private double[] gradient(Formula formula, double[] upstream, double[] values) {
    double[] gradient = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double old = values[i];
      values[i] = old + STEP;
      double[] above = formula.at(this);
      values[i] = old - STEP;
      double[] below = formula.at(this);
      values[i] = old;
      gradient[i] = dot(upstream, slope(above, below));
    }
    return gradient;
  }

  /** Returns the tangent of {@link #gradient}; {@code upstream} moves as well. */
  StagePoint gradientTangent(
      Formula formula, StagePoint direction, double[] upstream, double[] upstreamTangent) {
    StagePoint above =
        plus(STEP, direction).gradient(formula, sum(upstream, STEP, upstreamTangent));
    StagePoint below =
        plus(-STEP, direction).gradient(formula, sum(upstream, -STEP, upstreamTangent));
    List<double[]> slopes = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      slopes.add(slope(above.inputs.get(i), below.inputs.get(i)));
    }
    return new StagePoint(slope(above.parameters, below.parameters), slopes);
  }

  private static double[] slope(double[] above, double[] below) {
    double[] slope = new double[above.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (above[i] - below[i]) / (2 * STEP);
    }
    return slope;
  }

  private static double[] sum(double[] start, double step, double[] direction) {
    double[] sum = new double[start.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = start[i] + step * direction[i];
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
