package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;

/**
 * The calibration function of Meta-Iteration, a squeeze-and-excitation gate: s = sigmoid(A2 relu(A1
 * q + c1) + c2) with the mean q [C] of each map scales the channels of an image [C, H, W].
 */
final class Calibration {

  /** C is divided by it between A1 and A2. */
  static final int REDUCTION = 4;

  private static final Start START =
      new Start(new Initialization.GlorotUniform(), Initialization.PYTORCH);

  private Calibration() {}

  /** Adds it behind the layer added last; A1 and A2 are {@code name.fc1} and {@code name.fc2}. */
  static void add(ModelBuilder model, String name) {
    String image = model.last();
    int channels = model.shape(image).get(0);
    model
        .then(name + ".pool", new Layer.GlobalAveragePool())
        .then(name + ".fc1", START.linear(channels / REDUCTION))
        .then(name + ".relu", new Layer.Relu())
        .then(name + ".fc2", START.linear(channels))
        .then(name + ".sigmoid", new Layer.Sigmoid())
        .join(name + ".scale", new Layer.ChannelGate(), image, name + ".sigmoid");
  }
}
