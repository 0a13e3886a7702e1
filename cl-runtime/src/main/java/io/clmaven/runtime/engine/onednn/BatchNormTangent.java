package io.clmaven.runtime.engine.onednn;

/**
 * Batch normalisation differentiated forward: y = scale * n + shift, n = (x - mean) * f, f = 1 /
 * sqrt(variance + epsilon). Mean and variance of a batch move with x, running ones are constants.
 */
final class BatchNormTangent implements Tangent {

  private final BatchNormSetup setup;
  private final NormTrace trace;
  private final ChannelMeans inputTangent; // of x', and of n x'
  private final ChannelMeans gradients; // of g, and of n g
  private final ChannelMeans gradientTangent; // of g', and of (n g)'
  private final HeapCopy inputs = new HeapCopy(); // x', then n'
  private final HeapCopy gradient = new HeapCopy();
  private final HeapCopy tangent = new HeapCopy();
  private final HeapCopy scale = new HeapCopy();
  private final HeapCopy scaleDirection = new HeapCopy();
  private final HeapCopy shiftDirection = new HeapCopy();
  private final Matrix output;
  private final Matrix inputGradient;
  private final HeapCopy result = new HeapCopy();

  BatchNormTangent(BatchNormSetup setup, NormTrace trace) {
    int channels = setup.image().channels();
    this.setup = setup;
    this.trace = trace;
    this.inputTangent = new ChannelMeans(channels);
    this.gradients = new ChannelMeans(channels);
    this.gradientTangent = new ChannelMeans(channels);
    this.output = Matrix.empty(setup.image().size());
    this.inputGradient = Matrix.empty(setup.image().size());
  }

  @Override
  public Matrix forward(Matrix[] tangents, Pass pass) {
    int rows = pass.rows();
    trace.pull(rows);
    scale.pull(setup.scale().values(), 1);
    scaleDirection.pull(setup.scale().direction(), 1);
    shiftDirection.pull(setup.shift().direction(), 1);
    normalizedTangent(inputs.pullOrZero(tangents[0], rows, output.columns()), pass);
    float[] y = outputTangent(rows * output.columns());
    trace.cut(y, rows);
    output.reserve(rows);
    output.pushRows(y, rows);
    return output;
  }

  /** Replaces x' by n' = f (x' - mean of x' - n * mean of n x'). */
  private void normalizedTangent(float[] x, Pass pass) {
    float[] n = trace.normalized();
    double[] factors = trace.factors();
    int length = pass.rows() * output.columns();
    inputTangent.clear();
    if (setup.moments().areOfBatch(pass)) {
      inputTangent.take(x, n, length);
    }
    for (int i = 0; i < length; i += factors.length) {
      for (int c = 0; c < factors.length; c++) {
        x[i + c] = (float) (factors[c] * inputTangent.centered(x[i + c], n[i + c], c));
      }
    }
  }

  private float[] outputTangent(int length) {
    float[] n = trace.normalized();
    float[] dn = inputs.values();
    float[] a = scale.values();
    float[] da = scaleDirection.values();
    float[] db = shiftDirection.values();
    float[] y = result.sized(length);
    int channels = trace.factors().length;
    for (int i = 0; i < length; i += channels) {
      for (int c = 0; c < channels; c++) {
        y[i + c] = da[c] * n[i + c] + a[c] * dn[i + c] + db[c];
      }
    }
    return y;
  }

  @Override
  public void parameterGradient(Matrix outputGradient, Matrix outputTangent, Pass pass) {
    int rows = pass.rows();
    int length = rows * output.columns();
    float[] n = trace.normalized();
    float[] dn = inputs.values();
    float[] g = trace.behindRelu(gradient, outputGradient, rows);
    float[] dg = trace.behindRelu(tangent, outputTangent, rows);
    gradients.clear();
    gradients.take(g, n, length);
    gradientTangent.clear();
    gradientTangent.take(dg, n, length);
    gradientTangent.addProducts(g, dn, length);
    int count = rows * setup.image().pixels();
    gradientTangent.pushSums(setup.scale().result(), setup.shift().result(), count);
  }

  @Override
  public Matrix inputGradient(int input, Matrix outputGradient, Matrix outputTangent, Pass pass) {
    if (!setup.moments().areOfBatch(pass)) {
      gradients.clear();
      gradientTangent.clear();
    }
    inputGradient.reserve(pass.rows());
    inputGradient.pushRows(inputGradientTangent(pass.rows() * output.columns()), pass.rows());
    return inputGradient;
  }

  /** The gradient is scale * f * (g - mean of g - n * mean of n g). */
  private float[] inputGradientTangent(int length) {
    float[] n = trace.normalized();
    float[] dn = inputs.values();
    float[] g = gradient.values();
    float[] dg = tangent.values();
    float[] a = scale.values();
    float[] da = scaleDirection.values();
    double[] factors = trace.factors();
    float[] dx = result.sized(length);
    for (int i = 0; i < length; i += factors.length) {
      for (int c = 0; c < factors.length; c++) {
        double f = factors[c];
        double centered = gradients.centered(g[i + c], n[i + c], c);
        double moved =
            gradientTangent.centered(dg[i + c], n[i + c], c) - dn[i + c] * gradients.ofProduct(c);
        double scaleMoved = da[c] - a[c] * f * inputTangent.ofProduct(c);
        dx[i + c] = (float) (f * (scaleMoved * centered + a[c] * moved));
      }
    }
    return dx;
  }

  @Override
  public void close() {
    output.close();
    inputGradient.close();
  }
}
