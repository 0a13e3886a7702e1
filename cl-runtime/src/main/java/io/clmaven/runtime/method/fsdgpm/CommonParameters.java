package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.component.Setting;
import java.math.BigDecimal;

/** Parameters of the buffer, the bases and the updates, which every method of the family has. */
public record CommonParameters(
    @Setting(
            value = "Samples of all tasks together that the replay buffer holds; 0 turns it off.",
            byDefault = "1000",
            range = "[0, 1000000]")
        int memories,
    @Setting(
            value = "Samples of the buffer that the bases are made from after a task.",
            byDefault = "300",
            range = "[1, 1000000]")
        int memoryBatchSize,
    @Setting(
            value =
                "Share of the energy of a layer's inputs that its basis keeps after the first task; from 1"
                    + " to 10 all of it, above 10 the number of directions.",
            byDefault = "0.9",
            range = "[0, inf)")
        double threshold,
    @Setting(
            value = "What is added to the threshold with each task.",
            byDefault = "0.003",
            range = "[0, inf)")
        double thresholdIncrement,
    @Setting(value = "Largest threshold.", byDefault = "0.99999999999", range = "[0, inf)")
        double thresholdMaximum,
    @Setting(
            value =
                "Largest L2 norm of a gradient before its projection, and largest element of a perturbing"
                    + " gradient.",
            byDefault = "2",
            range = "(0, inf)")
        double gradientClip,
    @Setting(
            value = "Updates with each batch, every time with other samples of the buffer.",
            byDefault = "1",
            range = "[1, 10000]")
        int glances) {

  /** Refuses a threshold that the largest one would cut off; in float32, as they are compared. */
  public CommonParameters {
    if ((float) threshold > (float) thresholdMaximum) {
      throw new IllegalArgumentException(
          "'threshold' is %s, but 'thresholdMaximum' is %s. Raise 'thresholdMaximum'."
              .formatted(plain(threshold), plain(thresholdMaximum)));
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** Returns the threshold after the task at a position. */
  double thresholdAfter(int task) {
    return Math.min(threshold + task * thresholdIncrement, thresholdMaximum);
  }
}
