package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.Power;
import java.util.Arrays;

/** Gradients of scale and shift, of each sample by itself. */
final class SampleNormGradients {

  private final BatchNormSetup setup;
  private final NormTrace trace;
  private final HeapCopy gradient = new HeapCopy();
  private final double[] scale; // [C], of one sample
  private final double[] shift; // [C], of one sample
  private final float[] scales; // [C], summed
  private final float[] shifts; // [C], summed

  SampleNormGradients(BatchNormSetup setup, NormTrace trace) {
    int channels = setup.image().channels();
    this.setup = setup;
    this.trace = trace;
    this.scale = new double[channels];
    this.shift = new double[channels];
    this.scales = new float[channels];
    this.shifts = new float[channels];
  }

  /** Sums a power of the gradients to the result memory. */
  void sum(Matrix outputGradient, Power power, int rows) {
    trace.pull(rows);
    float[] g = trace.behindRelu(gradient, outputGradient, rows);
    Arrays.fill(scales, 0);
    Arrays.fill(shifts, 0);
    for (int row = 0; row < rows; row++) {
      ofSample(g, row);
      add(scale, power, scales);
      add(shift, power, shifts);
    }
    setup.scale().result().pushRows(scales, 1);
    setup.shift().result().pushRows(shifts, 1);
  }

  private void ofSample(float[] g, int row) {
    float[] n = trace.normalized();
    Arrays.fill(scale, 0);
    Arrays.fill(shift, 0);
    int size = setup.image().size();
    for (int i = row * size; i < (row + 1) * size; i += scale.length) {
      for (int c = 0; c < scale.length; c++) {
        scale[c] += (double) g[i + c] * n[i + c];
        shift[c] += g[i + c];
      }
    }
  }

  private static void add(double[] gradient, Power power, float[] sum) {
    for (int c = 0; c < sum.length; c++) {
      double g = gradient[c];
      sum[c] += (float) (power == Power.SQUARE ? g * g : Math.abs(g));
    }
  }
}
