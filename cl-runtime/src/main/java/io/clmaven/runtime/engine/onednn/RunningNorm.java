package io.clmaven.runtime.engine.onednn;

/**
 * Batch normalisation by running statistics as a factor and a shift of each channel: factor = scale
 * / sqrt(variance + epsilon), and the shift less factor * mean. Both come as often as an image that
 * is {@link Image#wide} has them.
 */
final class RunningNorm implements AutoCloseable {

  private final BatchNormSetup setup;
  private final Matrix factor; // [1, C of the wide image]
  private final Matrix shift; // [1, C of the wide image]
  private final HeapCopy means = new HeapCopy();
  private final HeapCopy variances = new HeapCopy();
  private final HeapCopy scales = new HeapCopy();
  private final HeapCopy shifts = new HeapCopy();

  RunningNorm(BatchNormSetup setup) {
    this.setup = setup;
    this.factor = Matrix.empty(setup.image().wide().channels());
    this.shift = Matrix.empty(factor.columns());
    factor.reserve(1);
    shift.reserve(1);
  }

  /** Takes the statistics and parameters as they are now. */
  void read() {
    setup.moments().useRunning();
    float[] mean = means.pull(setup.moments().mean(), 1);
    float[] variance = variances.pull(setup.moments().variance(), 1);
    float[] a = scales.pull(setup.scale().values(), 1);
    float[] b = shifts.pull(setup.shift().values(), 1);
    int channels = setup.image().channels();
    for (int c = 0; c < channels; c++) {
      double exact = a[c] / Math.sqrt(variance[c] + setup.epsilon());
      a[c] = (float) exact;
      b[c] = (float) (b[c] - exact * mean[c]);
    }
    for (int start = 0; start < factor.columns(); start += channels) {
      factor.push(a, start, channels);
      shift.push(b, start, channels);
    }
  }

  Matrix factor() {
    return factor;
  }

  Matrix shift() {
    return shift;
  }

  @Override
  public void close() {
    setup.moments().close();
    factor.close();
    shift.close();
  }
}
