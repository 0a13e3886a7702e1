package io.clmaven.runtime.engine;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A pool in double precision.
 *
 * @param window where it looks
 * @param summary what it makes of the values of a window
 */
record DoublePool(Window window, Summary summary) implements DoubleLayer {

  /** What a window becomes. */
  interface Summary {

    /**
     * Computes it.
     *
     * @param inside the values that are not padding
     * @param size how many values there are with the padding
     */
    double of(double[] inside, int size);
  }

  static double largest(double[] inside, int size) {
    return DoubleStream.of(inside).max().orElse(Double.NEGATIVE_INFINITY);
  }

  static double mean(double[] inside, int size) {
    return DoubleStream.of(inside).sum() / size;
  }

  /** Returns how far the largest value is from the next: 0 is a tie. */
  static double gap(double[] inside, int size) {
    double[] sorted = DoubleStream.of(inside).sorted().toArray();
    int last = sorted.length - 1;
    return last < 1 ? Double.POSITIVE_INFINITY : sorted[last] - sorted[last - 1];
  }

  @Override
  public double[][] forward(List<double[][]> inputs, DoubleSite site) {
    double[][] x = inputs.get(0);
    Extent places = site.outputPixels();
    int size = DoubleSite.area(window.kernel());
    double[][] y = new double[x.length][site.outputSize()];
    for (int n = 0; n < x.length; n++) {
      int next = 0;
      for (int channel = 0; channel < site.inputChannels(); channel++) {
        for (int row = 0; row < places.rows(); row++) {
          for (int column = 0; column < places.columns(); column++) {
            double[] inside = inside(x[n], site, channel, new Extent(row, column));
            y[n][next++] = summary.of(inside, size);
          }
        }
      }
    }
    return y;
  }

  private double[] inside(double[] x, DoubleSite site, int channel, Extent place) {
    Extent image = site.inputPixels();
    int top = place.rows() * window.stride().rows() - window.padding().rows();
    int left = place.columns() * window.stride().columns() - window.padding().columns();
    int bottom = Math.min(top + window.kernel().rows(), image.rows());
    int right = Math.min(left + window.kernel().columns(), image.columns());
    int first = Math.max(top, 0);
    int columns = right - Math.max(left, 0);
    double[] values = new double[(bottom - first) * columns];
    for (int row = first; row < bottom; row++) {
      int from = (channel * image.rows() + row) * image.columns() + right - columns;
      System.arraycopy(x, from, values, (row - first) * columns, columns);
    }
    return values;
  }
}
