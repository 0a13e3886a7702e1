package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer;
import java.util.Optional;

/**
 * A function f of single values whose derivatives follow from its own value y = f(x): f'(x) = p(y),
 * hence f''(x) = p'(y) p(y).
 */
interface Activation extends AutoCloseable {

  /** Computes y = f(x). */
  void apply(int rows, Matrix x, Matrix y);

  /** Computes f'(x) d. */
  void timesSlope(int rows, Matrix y, Matrix d, Matrix result);

  /** Returns p', or nothing where f has no second derivative but 0. */
  default Optional<Bend> bend() {
    return Optional.empty();
  }

  @Override
  default void close() {}

  /** Derivative p' of the slope p by the value y. */
  enum Bend {
    /** p = 1 - y^2. */
    TANH(0, -2),
    /** p = y (1 - y). */
    SIGMOID(1, -2);

    private final float constant;
    private final float factor;

    Bend(float constant, float factor) {
      this.constant = constant;
      this.factor = factor;
    }

    /** Adds p'(y) d. */
    void addTo(float[] sum, float[] y, float[] d, int length) {
      for (int i = 0; i < length; i++) {
        sum[i] += (constant + factor * y[i]) * d[i];
      }
    }
  }

  /**
   * Chooses how a layer is computed: loops for vectors of features, kernels for images and for what
   * has no fast loop.
   */
  static Activation of(Layer.Elementwise layer, Image image, Cpu cpu) {
    boolean vector = image.pixels() == 1;
    if (layer instanceof Layer.Relu) {
      return vector ? new ReluLoops() : ActivationKernels.relu(cpu, image.size(), 0);
    } else if (layer instanceof Layer.LeakyRelu leaky) {
      return ActivationKernels.relu(cpu, image.size(), leaky.slope());
    } else if (layer instanceof Layer.Tanh) {
      return ActivationKernels.tanh(cpu, image.size());
    } else if (layer instanceof Layer.Sigmoid) {
      return ActivationKernels.sigmoid(cpu, image.size());
    }
    throw new IllegalArgumentException(layer + " is no activation");
  }
}
