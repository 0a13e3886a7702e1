package io.clmaven.runtime.engine;

import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import java.util.ArrayList;
import java.util.List;

/** A small model for each kind of layer and each of its settings that changes the computation. */
final class SmallModels {

  /**
   * A model to be checked.
   *
   * @param outputs what takes part in the loss
   */
  record Case(String name, ModelSpec model, OutputRange outputs) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Integer> IMAGE = List.of(3, 5, 6);
  private static final Extent NONE = Extent.square(0);

  private SmallModels() {}

  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    vectors(all);
    convolutions(all);
    activations(all);
    norms(all);
    pools(all);
    graphs(all);
    return all;
  }

  private static void vectors(List<Case> all) {
    add(all, "linear", ModelSpec.input(List.of(5)).then("lin", Models.linear(3, true)));
    add(all, "linear without bias", ModelSpec.input(List.of(5)).then("l", Models.linear(3, false)));
    ModelSpec heads = Models.mlp(5, true, 4, 7);
    all.add(new Case("head of several", heads, new OutputRange(2, 5)));
    add(
        all,
        "flattened images",
        ModelSpec.input(List.of(2, 2, 2)).then("flat", new Layer.Flatten()));
    add(
        all,
        "gate of features",
        ModelSpec.input(List.of(5))
            .then("lin", Models.linear(4, true))
            .then("gate", new Layer.Gate()));
  }

  private static void convolutions(List<Case> all) {
    addConvolution(all, "3 x 3", Window.square(3, 1, 0), true);
    addConvolution(all, "padded", Window.square(3, 1, 1), false);
    addConvolution(all, "stride 2", Window.square(3, 2, 1), true);
    addConvolution(all, "1 x 1, stride 2", Window.square(1, 2, 0), false);
    Window uneven = new Window(new Extent(2, 3), new Extent(1, 2), new Extent(0, 1));
    addConvolution(all, "uneven", uneven, true);
    addConvolution(all, "whole image", new Window(new Extent(5, 6), new Extent(1, 1), NONE), true);
    add(
        all,
        "convolutions one after the other",
        ModelSpec.input(IMAGE)
            .then("first", convolution(4, Window.square(2, 1, 0)))
            .then("relu", new Layer.Relu())
            .then("conv", convolution(5, Window.square(3, 2, 1))));
    add(
        all,
        "convolution of one channel",
        ModelSpec.input(List.of(1, 6, 6)).then("conv", convolution(2, Window.square(3, 2, 0))));
  }

  private static void addConvolution(List<Case> all, String name, Window window, boolean bias) {
    Initialization start = Initialization.PYTORCH;
    Layer layer = new Layer.Convolution(4, window, start, bias ? start : Initialization.ABSENT);
    add(all, "convolution " + name, ModelSpec.input(IMAGE).then("conv", layer));
  }

  private static void activations(List<Case> all) {
    List<Layer> layers =
        List.of(
            new Layer.Relu(),
            new Layer.LeakyRelu(0.2),
            new Layer.Tanh(),
            new Layer.Sigmoid(),
            new Layer.Dropout(0));
    for (Layer layer : layers) {
      String name = layer.getClass().getSimpleName();
      add(
          all,
          name + " of features",
          ModelSpec.input(List.of(5))
              .then("lin", Models.linear(6, true))
              .then("act", layer)
              .then("out", Models.linear(3, true)));
      addBehindConvolution(all, name + " of an image", layer);
    }
    addBehindConvolution(all, "gate of channels", new Layer.Gate());
  }

  private static void norms(List<Case> all) {
    for (Statistics statistics : Statistics.values()) {
      Layer norm = new Layer.BatchNorm(statistics, 0.3, 1e-3);
      addBehindConvolution(all, "BatchNorm of an image, " + statistics, norm);
      add(
          all,
          "BatchNorm of features, " + statistics,
          ModelSpec.input(List.of(5))
              .then("lin", Models.linear(4, true))
              .then("bn", norm)
              .then("out", Models.linear(3, true)));
    }
    Layer norm = new Layer.BatchNorm(Statistics.RUNNING);
    add(
        all,
        "BatchNorm of the input",
        ModelSpec.input(IMAGE)
            .then("bn", norm)
            .then("conv", convolution(3, Window.square(3, 2, 0))));
    for (int size : new int[] {2, 3, 5}) {
      Layer response = new Layer.LocalResponseNorm(size, 0.7, 0.75, 1.5);
      addBehindConvolution(all, "LocalResponseNorm of size " + size, response);
    }
  }

  private static void pools(List<Case> all) {
    addBehindConvolution(all, "MaxPool", new Layer.MaxPool(Window.square(2, 2, 0)));
    addBehindConvolution(all, "MaxPool, padded", new Layer.MaxPool(Window.square(3, 2, 1)));
    Window uneven = new Window(new Extent(3, 2), new Extent(1, 2), NONE);
    addBehindConvolution(all, "MaxPool, overlapping and uneven", new Layer.MaxPool(uneven));
    addBehindConvolution(all, "AveragePool", new Layer.AveragePool(Window.square(2, 2, 0)));
    addBehindConvolution(all, "AveragePool, padded", new Layer.AveragePool(Window.square(3, 2, 1)));
    addBehindConvolution(all, "AveragePool, uneven", new Layer.AveragePool(uneven));
    addBehindConvolution(all, "GlobalAveragePool", new Layer.GlobalAveragePool());
    add(
        all,
        "MaxPool of the input",
        ModelSpec.input(IMAGE)
            .then("pool", new Layer.MaxPool(Window.square(2, 2, 0)))
            .then("conv", convolution(3, Window.square(2, 1, 0))));
  }

  private static void graphs(List<Case> all) {
    add(
        all,
        "residual block",
        ModelSpec.input(IMAGE)
            .then("stem", convolution(4, Window.square(3, 2, 1)))
            .then("relu", new Layer.Relu())
            .then("conv", convolution(4, Window.square(3, 1, 1)))
            .then("bn", new Layer.BatchNorm(Statistics.BATCH))
            .join("sum", new Layer.Add(), "bn", "relu")
            .then("relu2", new Layer.Relu()));
    add(
        all,
        "input that feeds two layers",
        ModelSpec.input(IMAGE)
            .then("conv", convolution(3, Window.square(3, 1, 1)))
            .join("sum", new Layer.Add(), ModelSpec.INPUT, "conv")
            .join("sum2", new Layer.Add(), "sum", "conv"));
    add(
        all,
        "sum of one with itself",
        ModelSpec.input(List.of(5))
            .then("lin", Models.linear(4, true))
            .then("tanh", new Layer.Tanh())
            .join("sum", new Layer.Add(), "tanh", "tanh"));
    add(
        all,
        "channel gate",
        ModelSpec.input(IMAGE)
            .then("conv", convolution(4, Window.square(3, 1, 0)))
            .then("means", new Layer.GlobalAveragePool())
            .then("lin", Models.linear(4, true))
            .then("sigmoid", new Layer.Sigmoid())
            .join("gate", new Layer.ChannelGate(), "conv", "sigmoid")
            .then("conv2", convolution(3, Window.square(2, 1, 0))));
  }

  private static void addBehindConvolution(List<Case> all, String name, Layer layer) {
    ModelBuilder model =
        ModelSpec.input(IMAGE)
            .then("conv", convolution(5, Window.square(2, 1, 0)))
            .then("layer", layer);
    add(all, name, model);
  }

  /** Ends a model with linear outputs, if it has none, and a loss over all of them. */
  private static void add(List<Case> all, String name, ModelBuilder model) {
    if (model.shape(model.last()).size() > 1) {
      model.then("flatten", new Layer.Flatten());
    }
    ModelSpec spec = model.then("logits", Models.linear(3, true)).build();
    all.add(new Case(name, spec, new OutputRange(0, 3)));
  }

  private static Layer convolution(int filters, Window window) {
    return new Layer.Convolution(filters, window, Initialization.PYTORCH, Initialization.PYTORCH);
  }
}
