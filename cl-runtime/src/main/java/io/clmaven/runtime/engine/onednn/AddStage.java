package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;

/** y = a + b: what comes back goes on to both inputs as it is. */
final class AddStage implements Stage {

  private final HeapLoop loop = new HeapLoop(2);
  private final Matrix output;

  AddStage(int columns) {
    this.output = Matrix.empty(columns);
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    return sum(inputs, output, pass);
  }

  private Matrix sum(Matrix[] inputs, Matrix result, Pass pass) {
    result.reserve(pass.rows());
    loop.run(AddStage::add, pass.rows() * result.columns(), result, inputs);
    return result;
  }

  private static void add(float[][] v, int length) {
    float[] a = v[0];
    float[] b = v[1];
    for (int i = 0; i < length; i++) {
      a[i] += b[i];
    }
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Pass pass) {
    return gradient;
  }

  @Override
  public Tangent tangent() {
    return new SumTangent();
  }

  /** Leaves out what the inputs share. */
  @Override
  public Curvature curvature() {
    return AddStage::same;
  }

  private static Matrix same(
      int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass) {
    return curvature;
  }

  @Override
  public void close() {
    output.close();
  }

  private final class SumTangent implements Tangent {

    private final Matrix tangent = Matrix.empty(output.columns());

    @Override
    public Matrix forward(Matrix[] tangents, Pass pass) {
      if (tangents[0] == Matrix.ZERO) {
        return tangents[1];
      }
      return tangents[1] == Matrix.ZERO ? tangents[0] : sum(tangents, tangent, pass);
    }

    @Override
    public Matrix inputGradient(int input, Matrix gradient, Matrix gradientTangent, Pass pass) {
      return gradientTangent;
    }

    @Override
    public void close() {
      tangent.close();
    }
  }
}
