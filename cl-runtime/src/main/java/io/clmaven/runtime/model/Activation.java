package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;
import java.util.Locale;
import java.util.Optional;

/** What a hidden unit does with its weighted sum. */
public enum Activation {
  RELU(new Layer.Relu()),
  /** With slope 0.01, PyTorch's default. */
  LEAKY_RELU(new Layer.LeakyRelu(0.01)),
  TANH(new Layer.Tanh()),
  SIGMOID(new Layer.Sigmoid()),
  /** Passes the sum on: the network is linear. */
  NONE;

  private final Optional<Layer> layer;

  Activation() {
    this.layer = Optional.empty();
  }

  Activation(Layer layer) {
    this.layer = Optional.of(layer);
  }

  /** Adds the layer, if there is one, behind the one added last: {@code relu1} for number 1. */
  void add(ModelBuilder model, int number) {
    String name = name().toLowerCase(Locale.ROOT).replace("_", "");
    layer.ifPresent(it -> model.then(name + number, it));
  }
}
