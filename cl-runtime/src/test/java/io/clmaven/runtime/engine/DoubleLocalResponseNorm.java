package io.clmaven.runtime.engine;

import java.util.List;

/** Local response normalisation as PyTorch defines it, in double precision. */
record DoubleLocalResponseNorm(Layer.LocalResponseNorm layer) implements DoubleLayer {

  @Override
  public double[][] forward(List<double[][]> inputs, DoubleSite site) {
    double[][] x = inputs.get(0);
    int pixels = DoubleSite.area(site.inputPixels());
    double[][] y = new double[x.length][x[0].length];
    for (int n = 0; n < x.length; n++) {
      for (int channel = 0; channel < site.inputChannels(); channel++) {
        for (int pixel = 0; pixel < pixels; pixel++) {
          double squares = squares(x[n], channel, pixel, pixels);
          double base = layer.k() + layer.alpha() / layer.size() * squares;
          y[n][channel * pixels + pixel] =
              x[n][channel * pixels + pixel] / Math.pow(base, layer.beta());
        }
      }
    }
    return y;
  }

  private double squares(double[] x, int channel, int pixel, int pixels) {
    int first = Math.max(channel - layer.size() / 2, 0);
    int last = Math.min(channel + (layer.size() - 1) / 2, x.length / pixels - 1);
    double sum = 0;
    for (int c = first; c <= last; c++) {
      sum += Math.pow(x[c * pixels + pixel], 2);
    }
    return sum;
  }
}
