package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.component.Setting;
import java.util.List;

/** Parameters of {@link Gpm}. */
public record GpmParameters(
    @Setting(
            value =
                "Share of the energy of a layer's inputs that its basis keeps (epsilon): one value,"
                    + " or one for each projected layer.",
            byDefault = "[0.97]",
            range = "[0, 1]")
        List<Double> threshold,
    @Setting(
            value = "What is added to the threshold of every layer with each task.",
            byDefault = "0",
            range = "[0, 1]")
        double thresholdIncrement,
    @Setting(
            value = "Training samples of a task that are drawn to find its directions.",
            byDefault = "300",
            range = "[1, inf)")
        int samples,
    @Setting(
            value =
                "How many of the drawn samples each projected layer uses; empty: all of them in"
                    + " every layer.",
            byDefault = "[]",
            range = "[1, inf)")
        List<Integer> samplesPerLayer) {

  public GpmParameters {
    threshold = List.copyOf(threshold);
    samplesPerLayer = List.copyOf(samplesPerLayer);
    if (threshold.isEmpty()) {
      throw new IllegalArgumentException(
          "'threshold' is an empty list. Give one value, or one for each projected layer.");
    }
    for (int used : samplesPerLayer) {
      if (used > samples) {
        throw new IllegalArgumentException(
            "'samplesPerLayer' asks for %d samples but only %d are drawn. Raise 'samples'."
                .formatted(used, samples));
      }
    }
  }

  /** Returns the threshold of a projected layer at the first task. */
  double thresholdOf(int layer) {
    return threshold.size() == 1 ? threshold.get(0) : threshold.get(layer);
  }

  /** Returns how many samples a projected layer uses. */
  int samplesOf(int layer) {
    return samplesPerLayer.isEmpty() ? samples : samplesPerLayer.get(layer);
  }
}
