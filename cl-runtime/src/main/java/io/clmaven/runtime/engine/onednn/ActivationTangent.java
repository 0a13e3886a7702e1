package io.clmaven.runtime.engine.onednn;

/**
 * An activation differentiated forward: y' = p(y) x', and of the gradient p(y) g: p(y) g' + p'(y)
 * y' g.
 */
final class ActivationTangent implements Tangent {

  private final Activation function;
  private final ActivationStage stage;
  private final Matrix tangent; // y'
  private final Matrix inputGradient;
  private final HeapLoop loop = new HeapLoop(4);

  ActivationTangent(Activation function, ActivationStage stage) {
    this.function = function;
    this.stage = stage;
    this.tangent = Matrix.empty(stage.columns());
    this.inputGradient = Matrix.empty(stage.columns());
  }

  @Override
  public Matrix forward(Matrix[] tangents, Pass pass) {
    tangent.reserve(pass.rows());
    function.timesSlope(pass.rows(), stage.output(), tangents[0], tangent);
    return tangent;
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Matrix gradientTangent, Pass pass) {
    int rows = pass.rows();
    Matrix y = stage.output();
    inputGradient.reserve(rows);
    function.timesSlope(rows, y, gradientTangent, inputGradient);
    if (function.bend().isPresent()) {
      int length = rows * stage.columns();
      loop.run(this::addBend, length, inputGradient, inputGradient, y, tangent, gradient);
    }
    return inputGradient;
  }

  private void addBend(float[][] v, int length) {
    float[] tangents = v[2];
    float[] gradients = v[3];
    for (int i = 0; i < length; i++) {
      gradients[i] *= tangents[i];
    }
    function.bend().orElseThrow().addTo(v[0], v[1], gradients, length);
  }

  @Override
  public void close() {
    tangent.close();
    inputGradient.close();
  }
}
