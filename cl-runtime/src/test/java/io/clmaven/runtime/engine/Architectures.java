package io.clmaven.runtime.engine;

import io.clmaven.runtime.model.Networks;
import java.util.Arrays;
import java.util.List;

/**
 * The architectures as the experiments use them, on images as small as they take.
 *
 * @param model what stands behind {@code model:} in an experiment
 * @param input shape of one sample
 */
record Architectures(String model, List<Integer> input) {

  private static final int OUTPUTS = 12;

  private static Architectures on(String input, String model) {
    return new Architectures(model, Arrays.stream(input.split(" ")).map(Integer::valueOf).toList());
  }

  static List<Architectures> withoutDropout() {
    String none = "dropout: [0, 0, 0, 0, 0]";
    return List.of(
        on("1 28 28", "{name: mlp, bias: false}"),
        on("1 28 28", "{name: mlp, activation: leaky-relu, hidden: [30, 15]}"),
        on("20", "{name: mlp, activation: tanh, hidden: [30, 15], gates: true}"),
        on("20", "{name: mlp, activation: sigmoid, hidden: [30]}"),
        on("3 32 32", "{name: alexnet, " + none + "}"),
        on("3 32 32", "{name: alexnet, statistics: frozen, " + none + "}"),
        on("3 32 32", "{name: alexnet, normalization: second, statistics: running, " + none + "}"),
        on("3 32 32", "{name: alexnet, normalization: none, bias: true, " + none + "}"),
        on("3 16 16", "lenet"),
        on("3 16 16", "{name: lenet, normalization: batch, gain: 1}"),
        on("3 16 16", "{name: lenet, normalization: none}"),
        on("3 16 16", "small-resnet-18"),
        on("3 16 16", "{name: small-resnet-18, statistics: running}"),
        on("3 32 32", "reduced-resnet-18"),
        on("3 64 64", "{name: resnet-18, width: 16}"),
        on("3 64 64", "{name: resnet-18, width: 16, statistics: frozen}"),
        on("3 32 32", "strided-convnet"),
        on("3 32 32", "convnet"),
        on("3 32 32", "gated-convnet"),
        on("1 28 28", "{name: gated-convnet, layers: 2, calibration: false}"));
  }

  static List<Architectures> withDropout() {
    return List.of(
        on("1 28 28", "{name: mlp, dropout: 0.25}"),
        on("3 32 32", "alexnet"),
        on("3 32 32", "{name: alexnet, normalization: second, statistics: running}"),
        on("3 16 16", "lenet"),
        on("3 16 16", "{name: lenet, normalization: batch, gain: 1}"),
        on("3 16 16", "small-resnet-18"),
        on("3 32 32", "{name: reduced-resnet-18, dropout: 0.5}"),
        on("3 64 64", "{name: resnet-18, width: 16}"),
        on("3 32 32", "strided-convnet"),
        on("3 32 32", "convnet"),
        on("3 32 32", "gated-convnet"));
  }

  ModelSpec specify() {
    return Networks.specify(model, input, OUTPUTS);
  }

  @Override
  public String toString() {
    return model + " on " + input;
  }
}
