package io.clmaven.runtime.engine.onednn;

/** Pooling with the winners held fixed is linear: tangents flow back as gradients do. */
abstract class PoolingTangent implements Tangent {

  final Pooling pooling;
  final Matrix output;
  private final Matrix inputGradient;

  PoolingTangent(Pooling pooling) {
    this.pooling = pooling;
    this.output = Matrix.empty(pooling.output().size());
    this.inputGradient = Matrix.empty(pooling.input().size());
  }

  @Override
  public final Matrix inputGradient(int input, Matrix gradient, Matrix tangent, Pass pass) {
    pooling.backward(pass.rows(), tangent, inputGradient);
    return inputGradient;
  }

  @Override
  public final void close() {
    output.close();
    inputGradient.close();
  }
}
