package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;

/** HesScale: a way back that carries the diagonal of the Hessian beside the gradient. */
final class CurvatureSweep implements AutoCloseable {

  private final Place[] places;
  private final int output;
  private final Signals gradients;
  private final Curvature[] curvatures; // by place
  private final Signals signals;
  private final LogitSignal logitSignal;

  /**
   * Makes a sweep.
   *
   * @param gradients of the last way back
   */
  CurvatureSweep(Stages stages, Signals gradients) {
    this.places = stages.places();
    this.output = stages.output();
    this.gradients = gradients;
    this.curvatures = new Curvature[places.length];
    this.signals = stages.signals();
    this.logitSignal = new LogitSignal(stages.outputs());
    for (int i = 0; i < places.length; i++) {
      curvatures[i] = places[i].stage().curvature();
    }
  }

  /** Computes the diagonal to the result memory of the parameters. */
  void run(GateRule rule, Logits logits, Pass pass) {
    signals.clear();
    signals.add(output, logits.curvature(logitSignal), pass.rows());
    for (int i = places.length - 1; i >= 0; i--) {
      if (signals.has(i + 1)) {
        curvatures[i].parameters(signals.of(i + 1), pass);
        goOn(i, rule, pass);
      }
    }
  }

  private void goOn(int index, GateRule rule, Pass pass) {
    Place place = places[index];
    for (int input = 0; input < place.inputs(); input++) {
      if (place.trains(input)) {
        Matrix signal =
            curvatures[index].input(
                input, gradients.of(index + 1), signals.of(index + 1), rule, pass);
        signals.add(place.source(input), signal, pass.rows());
      }
    }
  }

  @Override
  public void close() {
    for (Curvature curvature : curvatures) {
      curvature.close();
    }
    signals.close();
    logitSignal.close();
  }
}
