package io.clmaven.runtime.engine.onednn;

/** Signals pass a ReLU where its output is positive. */
final class ReluMask implements Mask {

  private final Activation relu;
  private final Destination results;

  ReluMask(Cpu cpu, int columns, Destination results) {
    this.relu = ActivationKernels.relu(cpu, columns, 0);
    this.results = results;
  }

  @Override
  public Matrix apply(int rows, Matrix output, Matrix signal) {
    Matrix masked = results.of(signal, rows);
    relu.timesSlope(rows, output, signal, masked);
    return masked;
  }

  @Override
  public void close() {
    relu.close();
    results.close();
  }
}
