package io.clmaven.runtime.experiment.corpus;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.method.ContinualMethod;
import java.util.List;

/** Method {@code gpm} of the corpus: one value for each layer. */
public final class LayerMethod implements ContinualMethod {

  /** Parameters. */
  public record Settings(
      @Setting(
              value = "Share of the energy to keep, for each layer.",
              byDefault = "[0.97]",
              range = "[0, 1]")
          List<Double> threshold,
      @Setting(value = "Samples that are drawn.", byDefault = "300", range = "[1, inf)")
          int samples) {

    public Settings {
      if (threshold.isEmpty()) {
        throw new IllegalArgumentException("'threshold' is empty. Give one value for each layer.");
      }
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration("gpm", "Keeps directions.", "Corpus", Settings.class);
  }

  @Override
  public void validate(Record parameters, ParameterLayout layout, Scenario scenario) {
    int given = ((Settings) parameters).threshold().size();
    int layers = layout.weights().size();
    if (given != 1 && given != layers) {
      throw new IllegalArgumentException(
          "'threshold' has %d values for %d layers. Give 1 or %d."
              .formatted(given, layers, layers));
    }
  }
}
