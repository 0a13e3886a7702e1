package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Setting;
import java.util.List;

/** What pixels are normalised with: settings of every benchmark that does it. */
public record PixelMoments(
    @Setting(
            value = "Subtracted from pixels of 0 to 1; one value or one per channel.",
            byDefault = "[0]")
        List<Double> mean,
    @Setting(
            value = "What the difference is divided by; one value or one per channel.",
            byDefault = "[1]",
            range = "(0, inf)")
        List<Double> deviation) {

  /** Leaves pixels as they are. */
  static final PixelMoments NONE = new PixelMoments(List.of(0.0), List.of(1.0));
}
