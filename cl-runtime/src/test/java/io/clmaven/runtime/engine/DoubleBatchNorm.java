package io.clmaven.runtime.engine;

import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import java.util.Arrays;
import java.util.List;

/** Batch normalisation in double precision. */
record DoubleBatchNorm(Layer.BatchNorm layer) implements DoubleLayer {

  @Override
  public double[][] forward(List<double[][]> inputs, DoubleSite site) {
    double[][] x = inputs.get(0);
    boolean own = usesBatch(site.mode());
    double[] mean = own ? means(x, site) : site.get(Segment.Kind.MEAN);
    double[] variance = own ? variances(x, site) : site.get(Segment.Kind.VARIANCE);
    double[] scale = site.get(Segment.Kind.SCALE);
    double[] shift = site.get(Segment.Kind.SHIFT);
    int pixels = DoubleSite.area(site.inputPixels());
    double[][] y = new double[x.length][x[0].length];
    for (int n = 0; n < x.length; n++) {
      for (int i = 0; i < x[n].length; i++) {
        int c = i / pixels;
        double normalised = (x[n][i] - mean[c]) / Math.sqrt(variance[c] + layer.epsilon());
        y[n][i] = scale[c] * normalised + shift[c];
      }
    }
    return y;
  }

  private boolean usesBatch(Mode mode) {
    return layer.statistics() == Statistics.BATCH
        || layer.statistics() == Statistics.RUNNING && mode == Mode.TRAIN;
  }

  /** Returns the running mean, then the running variance, as training on a batch leaves them. */
  double[] moved(double[][] x, DoubleSite site) {
    int channels = site.inputChannels();
    double[] mean = site.get(Segment.Kind.MEAN);
    double[] variance = site.get(Segment.Kind.VARIANCE);
    double[] moved = Arrays.copyOf(mean, 2 * channels);
    System.arraycopy(variance, 0, moved, channels, channels);
    if (!usesBatch(site.mode())) {
      return moved;
    }
    double count = x.length * DoubleSite.area(site.inputPixels());
    double[] means = means(x, site);
    double[] variances = variances(x, site);
    for (int c = 0; c < channels; c++) {
      double unbiased = variances[c] * count / (count - 1);
      moved[c] += layer.momentum() * (means[c] - mean[c]);
      moved[channels + c] += layer.momentum() * (unbiased - variance[c]);
    }
    return moved;
  }

  private static double[] means(double[][] x, DoubleSite site) {
    int pixels = DoubleSite.area(site.inputPixels());
    double[] means = new double[site.inputChannels()];
    for (double[] sample : x) {
      for (int i = 0; i < sample.length; i++) {
        means[i / pixels] += sample[i] / (x.length * pixels);
      }
    }
    return means;
  }

  /** Returns the biased variances. */
  private static double[] variances(double[][] x, DoubleSite site) {
    int pixels = DoubleSite.area(site.inputPixels());
    double[] means = means(x, site);
    double[] variances = new double[means.length];
    for (double[] sample : x) {
      for (int i = 0; i < sample.length; i++) {
        variances[i / pixels] += Math.pow(sample[i] - means[i / pixels], 2) / (x.length * pixels);
      }
    }
    return variances;
  }
}
