package io.clmaven.runtime.engine.onednn;

/**
 * Memory of a layer that works on each value by itself. The values pass through the heap, where the
 * JIT vectorises plain loops: for activations of the usual size the two copies cost less than the
 * call of a kernel.
 */
abstract class Elementwise implements Stage {

  private final Matrix output;
  private final Matrix inputGradient;

  Elementwise(int columns) {
    this.output = Matrix.empty(columns);
    this.inputGradient = Matrix.empty(columns);
  }

  final Matrix output(float[] values, int rows) {
    return filled(output, values, rows);
  }

  final Matrix inputGradient(float[] values, int rows) {
    return filled(inputGradient, values, rows);
  }

  private static Matrix filled(Matrix matrix, float[] values, int rows) {
    matrix.reserve(rows);
    matrix.push(values, rows);
    return matrix;
  }

  @Override
  public Tangent tangent() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Curvature curvature() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final void close() {
    output.close();
    inputGradient.close();
  }
}
