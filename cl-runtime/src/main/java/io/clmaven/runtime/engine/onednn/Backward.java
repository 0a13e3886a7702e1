package io.clmaven.runtime.engine.onednn;

/** The way back: gradients of the parameters, and of the inputs as far as they are asked for. */
final class Backward implements AutoCloseable {

  private final Place[] places;
  private final int output;
  private final Signals gradients;
  private boolean reachedInput;

  Backward(Stages stages) {
    this.places = stages.places();
    this.output = stages.output();
    this.gradients = stages.signals();
  }

  /** Returns the gradient with respect to the output of each place, as far as computed. */
  Signals gradients() {
    return gradients;
  }

  /** Computes the gradient of all parameters. */
  void run(Matrix outputGradient, Pass pass) {
    gradients.clear();
    gradients.add(output, outputGradient, pass.rows());
    reachedInput = false;
    for (int i = places.length - 1; i >= 0; i--) {
      if (gradients.has(i + 1)) {
        places[i].stage().parameterGradient(gradients.of(i + 1), pass);
        goOn(i, true, pass);
      }
    }
  }

  /** Goes on to the input of the network. */
  Matrix input(Pass pass) {
    for (int i = places.length - 1; i >= 0 && !reachedInput; i--) {
      if (gradients.has(i + 1)) {
        goOn(i, false, pass);
      }
    }
    reachedInput = true;
    return gradients.of(0);
  }

  private void goOn(int index, boolean trained, Pass pass) {
    Place place = places[index];
    for (int input = 0; input < place.inputs(); input++) {
      if (place.trains(input) == trained) {
        Matrix gradient = place.stage().inputGradient(input, gradients.of(index + 1), pass);
        gradients.add(place.source(input), gradient, pass.rows());
      }
    }
  }

  @Override
  public void close() {
    gradients.close();
  }
}
