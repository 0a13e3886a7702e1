package io.clmaven.runtime.engine.onednn;

/**
 * Batch normalisation of [N * H * W, C] in double precision, as its definition says; with a ReLU
 * behind it or not.
 *
 * @param rectified whether there is a ReLU
 * @param mean [C], null for that of the batch
 * @param variance [C], null for that of the batch
 */
record PlainNorm(boolean rectified, double[] mean, double[] variance) {

  static final double EPSILON = 1e-5;

  /** Where it is evaluated: values [N * H * W, C], scale [C] and shift [C]. */
  record Point(double[] x, double[] scale, double[] shift) {

    /** Moves in a direction. */
    Point plus(double step, Point direction) {
      return new Point(
          sum(x, step, direction.x),
          sum(scale, step, direction.scale),
          sum(shift, step, direction.shift));
    }

    static double[] sum(double[] a, double step, double[] b) {
      double[] result = a.clone();
      for (int i = 0; i < a.length; i++) {
        result[i] += step * b[i];
      }
      return result;
    }
  }

  double[] forward(Point p) {
    int channels = p.scale.length;
    double[] y = normalized(p);
    for (int i = 0; i < y.length; i++) {
      y[i] = y[i] * p.scale[i % channels] + p.shift[i % channels];
      y[i] = rectified ? Math.max(y[i], 0) : y[i];
    }
    return y;
  }

  private double[] normalized(Point p) {
    int channels = p.scale.length;
    double[] n = p.x.clone();
    for (int i = 0; i < n.length; i++) {
      int c = i % channels;
      n[i] = (n[i] - mean(p, c)) / Math.sqrt(variance(p, c) + EPSILON);
    }
    return n;
  }

  double mean(Point p, int channel) {
    return mean == null ? average(p.x, p.scale.length, channel) : mean[channel];
  }

  /** Returns the biased variance. */
  double variance(Point p, int channel) {
    if (variance != null) {
      return variance[channel];
    }
    double center = mean(p, channel);
    double[] squares = new double[p.x.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (p.x[i] - center) * (p.x[i] - center);
    }
    return average(squares, p.scale.length, channel);
  }

  private static double average(double[] values, int channels, int channel) {
    double sum = 0;
    for (int i = channel; i < values.length; i += channels) {
      sum += values[i];
    }
    return sum * channels / values.length;
  }

  /** Returns the gradient of the product of a vector with the result. */
  Point gradient(Point p, double[] upstream) {
    int channels = p.scale.length;
    double[] y = forward(p);
    double[] n = normalized(p);
    double[] g = upstream.clone();
    double[] products = new double[g.length];
    for (int i = 0; i < g.length; i++) {
      g[i] = rectified && y[i] <= 0 ? 0 : g[i];
      products[i] = g[i] * n[i];
    }
    Point gradient = new Point(g.clone(), new double[channels], new double[channels]);
    int count = g.length / channels;
    for (int c = 0; c < channels; c++) {
      gradient.scale[c] = count * average(products, channels, c);
      gradient.shift[c] = count * average(g, channels, c);
    }
    for (int i = 0; i < g.length; i++) {
      int c = i % channels;
      if (mean == null) {
        gradient.x[i] -= (gradient.shift[c] + n[i] * gradient.scale[c]) / count;
      }
      gradient.x[i] *= p.scale[c] / Math.sqrt(variance(p, c) + EPSILON);
    }
    return gradient;
  }
}
