package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;

/** An activation as HesScale goes through it: p^2 s + p' p g = p (p s + p' g). */
final class ActivationCurvature implements Curvature {

  private final Activation function;
  private final ActivationStage stage;
  private final Matrix inner; // p s + p' g
  private final Matrix outer;
  private final HeapLoop loop = new HeapLoop(3);

  ActivationCurvature(Activation function, ActivationStage stage) {
    this.function = function;
    this.stage = stage;
    this.inner = Matrix.empty(stage.columns());
    this.outer = Matrix.empty(stage.columns());
  }

  @Override
  public Matrix input(int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass) {
    int rows = pass.rows();
    Matrix y = stage.output();
    inner.reserve(rows);
    outer.reserve(rows);
    function.timesSlope(rows, y, curvature, inner);
    if (function.bend().isPresent()) {
      loop.run(this::addBend, rows * stage.columns(), inner, inner, y, gradient);
    }
    function.timesSlope(rows, y, inner, outer);
    return outer;
  }

  private void addBend(float[][] v, int length) {
    function.bend().orElseThrow().addTo(v[0], v[1], v[2], length);
  }

  @Override
  public void close() {
    inner.close();
    outer.close();
  }
}
