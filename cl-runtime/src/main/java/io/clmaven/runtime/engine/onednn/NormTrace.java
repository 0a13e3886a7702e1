package io.clmaven.runtime.engine.onednn;

/** What a batch normalisation did last, on the heap: for derivatives beyond the gradient. */
final class NormTrace {

  private final BatchNormSetup setup;
  private final HeapCopy normalized = new HeapCopy(); // [N * H * W, C]
  private final HeapCopy result = new HeapCopy(); // [N * H * W, C]
  private final double[] factors; // [C]
  private final float[] means; // [C]
  private final float[] variances; // [C]
  private Matrix input;
  private Matrix output;

  NormTrace(BatchNormSetup setup) {
    int channels = setup.image().channels();
    this.setup = setup;
    this.factors = new double[channels];
    this.means = new float[channels];
    this.variances = new float[channels];
  }

  /** Notes what a forward pass saw and made. */
  void follow(Matrix seen, Matrix made) {
    input = seen;
    output = made;
  }

  /** Brings the noted values to the heap. */
  void pull(int rows) {
    setup.moments().mean().pullRows(means, 1);
    setup.moments().variance().pullRows(variances, 1);
    int channels = factors.length;
    for (int c = 0; c < channels; c++) {
      factors[c] = 1 / Math.sqrt(variances[c] + setup.epsilon());
    }
    float[] x = normalized.pull(input, rows);
    int length = rows * input.columns();
    for (int i = 0; i < length; i += channels) {
      for (int c = 0; c < channels; c++) {
        x[i + c] = (float) ((x[i + c] - means[c]) * factors[c]);
      }
    }
    if (setup.isRectified()) {
      result.pull(output, rows);
    }
  }

  /** Returns (x - mean) / sqrt(variance + epsilon), [N * H * W, C]. */
  float[] normalized() {
    return normalized.values();
  }

  /** Returns 1 / sqrt(variance + epsilon), [C]. */
  double[] factors() {
    return factors;
  }

  /** Brings a gradient or tangent of the output to the normalised values: ReLU's part of it. */
  float[] behindRelu(HeapCopy target, Matrix signal, int rows) {
    float[] values = target.pullOrZero(signal, rows, output.columns());
    cut(values, rows);
    return values;
  }

  /** Sets to zero where the ReLU did. */
  void cut(float[] values, int rows) {
    if (setup.isRectified()) {
      float[] y = result.values();
      int length = rows * output.columns();
      for (int i = 0; i < length; i++) {
        values[i] = y[i] > 0 ? values[i] : 0f;
      }
    }
  }
}
