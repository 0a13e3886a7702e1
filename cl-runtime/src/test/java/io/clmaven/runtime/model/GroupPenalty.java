package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import java.util.Arrays;
import java.util.List;

/**
 * The group-sparse penalty of Meta-Iteration on convolutions W_l with filters w_lf: c * sum over l
 * of (k_l ||W_l|| + b_l * sum of ||w_lf|| above the threshold), k_l = max(1/2, 1 - b_l) / 2.
 */
record GroupPenalty(double strength) {

  private static final double[] WEIGHTS = {0.1, 0.275, 0.45, 0.625};
  private static final double THRESHOLD = 5e-4;

  /** Adds the gradient at some parameters to a gradient and returns the penalty. */
  double add(ParameterLayout layout, float[] parameters, float[] gradient) {
    List<Segment> convolutions =
        layout.weights().stream().filter(s -> s.layer().endsWith(".conv")).toList();
    double penalty = 0;
    for (int l = 0; l < convolutions.size(); l++) {
      Segment all = convolutions.get(l);
      double whole = strength * Math.max(0.5, 1 - WEIGHTS[l]) / 2;
      penalty += add(whole, all.offset(), all.end(), parameters, gradient);
      for (int from = all.offset(); from < all.end(); from += all.columns()) {
        int to = from + all.columns();
        if (norm(parameters, from, to) > THRESHOLD) {
          penalty += add(strength * WEIGHTS[l], from, to, parameters, gradient);
        }
      }
    }
    return penalty;
  }

  private static double add(double factor, int from, int to, float[] parameters, float[] gradient) {
    double norm = norm(parameters, from, to);
    for (int i = from; i < to; i++) {
      gradient[i] += (float) (factor * parameters[i] / norm);
    }
    return factor * norm;
  }

  private static double norm(float[] values, int from, int to) {
    double squares = 0;
    for (float value : Arrays.copyOfRange(values, from, to)) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}
