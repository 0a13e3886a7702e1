package io.clmaven.runtime.engine;

import java.util.List;

/** Cross-correlation by its definition, in double precision. */
record DoubleConvolution(Window window) implements DoubleLayer {

  @Override
  public double[][] forward(List<double[][]> inputs, DoubleSite site) {
    double[][] x = inputs.get(0);
    double[] bias = site.get(Segment.Kind.BIAS);
    Extent places = site.outputPixels();
    double[][] y = new double[x.length][site.outputSize()];
    for (int n = 0; n < x.length; n++) {
      int next = 0;
      for (int filter = 0; filter < site.outputChannels(); filter++) {
        for (int row = 0; row < places.rows(); row++) {
          for (int column = 0; column < places.columns(); column++) {
            double sum = bias == null ? 0 : bias[filter];
            y[n][next++] = sum + product(x[n], site, filter, new Extent(row, column));
          }
        }
      }
    }
    return y;
  }

  private double product(double[] x, DoubleSite site, int filter, Extent place) {
    double[] weight = site.get(Segment.Kind.WEIGHT); // [out, in, kh, kw]
    Extent image = site.inputPixels();
    Extent kernel = window.kernel();
    int top = place.rows() * window.stride().rows() - window.padding().rows();
    int left = place.columns() * window.stride().columns() - window.padding().columns();
    int next = filter * site.inputChannels() * DoubleSite.area(kernel);
    double sum = 0;
    for (int channel = 0; channel < site.inputChannels(); channel++) {
      for (int row = top; row < top + kernel.rows(); row++) {
        for (int column = left; column < left + kernel.columns(); column++) {
          boolean inside =
              row >= 0 && row < image.rows() && column >= 0 && column < image.columns();
          double factor = weight[next++];
          if (inside) {
            sum += factor * x[(channel * image.rows() + row) * image.columns() + column];
          }
        }
      }
    }
    return sum;
  }
}
