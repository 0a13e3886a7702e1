package io.clmaven.runtime.optimizer.tag;

import java.util.ArrayList;
import java.util.List;

/** TAG-RMSProp for one tensor, in double precision, formula by formula as {@link Tag} tells. */
final class TagFormula {

  private final double rate;
  private final double b;
  private final double[] w;
  private final List<double[]> m = new ArrayList<>();
  private final List<double[]> v = new ArrayList<>();

  TagFormula(int length, double rate, double b) {
    this.rate = rate;
    this.b = b;
    this.w = new double[length];
  }

  void beginTask() {
    m.add(new double[w.length]);
    v.add(new double[w.length]);
  }

  double[] along(float... gradient) {
    int task = m.size() - 1;
    for (int i = 0; i < w.length; i++) {
      m.get(task)[i] = 0.9 * m.get(task)[i] + 0.1 * gradient[i];
      v.get(task)[i] = 0.99 * v.get(task)[i] + 0.01 * gradient[i] * gradient[i];
    }
    double[] s = new double[w.length];
    for (int tau = 0; tau <= task; tau++) {
      double alpha = task == 0 ? 1 : Math.exp(-b * cosine(m.get(task), m.get(tau)));
      for (int i = 0; i < w.length; i++) {
        s[i] += alpha * v.get(tau)[i];
      }
    }
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * gradient[i] / (Math.sqrt(s[i]) + 1e-8);
    }
    return w;
  }

  private static double cosine(double[] x, double[] y) {
    return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
  }

  private static double product(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
