package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.DoubleNetwork;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A single layer without parameters in double precision, and its derivatives by central
 * differences; all values in the public order, one sample behind the other.
 */
record LayerFormula(ModelSpec model, int rows) {

  private static final double STEP = 1e-5;

  double[] forward(double[] x) {
    int size = x.length / rows;
    double[][] samples = new double[rows][];
    Arrays.setAll(samples, n -> Arrays.copyOfRange(x, n * size, (n + 1) * size));
    double[][] y = new DoubleNetwork(model, Mode.EVALUATE).logits(new double[0], samples);
    return Arrays.stream(y).flatMapToDouble(DoubleStream::of).toArray();
  }

  /** Computes the tangent of the output in the direction v of the input. */
  double[] tangent(double[] x, double[] v) {
    return slope(forward(moved(x, v, STEP)), forward(moved(x, v, -STEP)));
  }

  /** Computes the gradient of the sum of g y. */
  double[] inputGradient(double[] x, double[] g) {
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] unit = new double[x.length];
      unit[i] = 1;
      double[] column = tangent(x, unit);
      for (int j = 0; j < g.length; j++) {
        gradient[i] += g[j] * column[j];
      }
    }
    return gradient;
  }

  /** Computes the tangent of {@link #inputGradient} in the direction v of x and dg of g. */
  double[] inputGradientTangent(double[] x, double[] v, double[] g, double[] dg) {
    return slope(
        inputGradient(moved(x, v, STEP), moved(g, dg, STEP)),
        inputGradient(moved(x, v, -STEP), moved(g, dg, -STEP)));
  }

  private static double[] moved(double[] from, double[] direction, double factor) {
    double[] there = new double[from.length];
    Arrays.setAll(there, i -> from[i] + factor * direction[i]);
    return there;
  }

  private static double[] slope(double[] ahead, double[] behind) {
    double[] slope = new double[ahead.length];
    Arrays.setAll(slope, i -> (ahead[i] - behind[i]) / (2 * STEP));
    return slope;
  }
}
