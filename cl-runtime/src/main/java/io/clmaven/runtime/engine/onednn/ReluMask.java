package io.clmaven.runtime.engine.onednn;

/** Signals pass a ReLU where its output is positive. */
final class ReluMask implements Mask {

  private final Activation relu;
  private final Matrix masked;

  ReluMask(Cpu cpu, int columns) {
    this.relu = ActivationKernels.relu(cpu, columns, 0);
    this.masked = Matrix.empty(columns);
  }

  @Override
  public Matrix apply(int rows, Matrix output, Matrix signal) {
    masked.reserve(rows);
    relu.timesSlope(rows, output, signal, masked);
    return masked;
  }

  @Override
  public void close() {
    relu.close();
    masked.close();
  }
}
