package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Window;

/**
 * How the weighted layers of a network start.
 *
 * @param weight law of the weights
 * @param bias law of the biases, {@link Initialization#ABSENT} for none
 */
record Start(Initialization weight, Initialization bias) {

  /** PyTorch's default for both. */
  static final Start PYTORCH = new Start(Initialization.PYTORCH, Initialization.PYTORCH);

  /** Returns a start without biases. */
  static Start withoutBias(Initialization weight) {
    return new Start(weight, Initialization.ABSENT);
  }

  Layer.Convolution convolution(int filters, Window window) {
    return new Layer.Convolution(filters, window, weight, bias);
  }

  Layer.Linear linear(int outputs) {
    return new Layer.Linear(outputs, weight, bias);
  }
}
