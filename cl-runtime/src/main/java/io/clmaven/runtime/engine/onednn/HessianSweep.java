package io.clmaven.runtime.engine.onednn;

/**
 * The product of the Hessian and a vector: the pass and its way back, differentiated forward
 * (Pearlmutter 1994). What does not depend on parameters has the tangent {@link Matrix#ZERO}; it is
 * just what the gradient does not go to.
 */
final class HessianSweep implements AutoCloseable {

  private final Place[] places;
  private final int output;
  private final Signals gradients;
  private final Tangent[] tangents; // by place
  private final Matrix[] values; // tangent of what each place made, of the input at 0
  private final Matrix[][] inputs;
  private final Signals signals; // tangents of the gradients
  private final HeapCopy logitTangent = new HeapCopy();
  private final LogitSignal logitSignal;

  /**
   * Makes a sweep.
   *
   * @param gradients of the last way back
   */
  HessianSweep(Stages stages, Signals gradients) {
    this.places = stages.places();
    this.output = stages.output();
    this.gradients = gradients;
    this.tangents = new Tangent[places.length];
    this.values = new Matrix[places.length + 1];
    this.inputs = new Matrix[places.length][];
    this.signals = stages.signals();
    this.logitSignal = new LogitSignal(stages.outputs());
    for (int i = 0; i < places.length; i++) {
      inputs[i] = new Matrix[places[i].inputs()];
      tangents[i] = places[i].stage().tangent();
    }
  }

  /** Computes the product to the result memory of the parameters. */
  void run(Logits logits, Pass pass) {
    Matrix tangent = forward(pass);
    if (tangent != Matrix.ZERO) {
      float[] pulled = logitTangent.pull(tangent, pass.rows());
      backward(logits.hessianVectorProduct(pulled, logitSignal), pass);
    }
  }

  private Matrix forward(Pass pass) {
    values[0] = Matrix.ZERO;
    for (int i = 0; i < places.length; i++) {
      values[i + 1] =
          places[i].isTrained()
              ? tangents[i].forward(places[i].gather(values, inputs[i]), pass)
              : Matrix.ZERO;
    }
    return values[output];
  }

  private void backward(Matrix outputSignal, Pass pass) {
    signals.clear();
    signals.add(output, outputSignal, pass.rows());
    for (int i = places.length - 1; i >= 0; i--) {
      if (signals.has(i + 1)) {
        tangents[i].parameterGradient(gradients.of(i + 1), signals.of(i + 1), pass);
        goOn(i, pass);
      }
    }
  }

  private void goOn(int index, Pass pass) {
    Place place = places[index];
    for (int input = 0; input < place.inputs(); input++) {
      if (place.trains(input)) {
        Matrix signal =
            tangents[index].inputGradient(
                input, gradients.of(index + 1), signals.of(index + 1), pass);
        signals.add(place.source(input), signal, pass.rows());
      }
    }
  }

  @Override
  public void close() {
    for (Tangent tangent : tangents) {
      tangent.close();
    }
    signals.close();
    logitSignal.close();
  }
}
