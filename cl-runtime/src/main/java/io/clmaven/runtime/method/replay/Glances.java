package io.clmaven.runtime.method.replay;

import java.util.function.DoubleSupplier;

/**
 * Several updates with one batch.
 *
 * @param count how many
 */
public record Glances(int count) {

  /**
   * Does them one after the other, until one has a loss that is not finite.
   *
   * @param update returns its loss
   * @return the mean loss, or the one that is not finite
   */
  public double run(DoubleSupplier update) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double loss = update.getAsDouble();
      if (!Double.isFinite(loss)) {
        return loss;
      }
      sum += loss;
    }
    return sum / count;
  }
}
