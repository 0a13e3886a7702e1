package io.clmaven.runtime.experiment.trial;

import java.util.function.LongSupplier;

/**
 * What a trial has to do with the world outside.
 *
 * @param listener hears what happens
 * @param stop asks it to end
 * @param nanoTime measures time, {@code System::nanoTime}
 */
public record TrialWatch(TrialListener listener, StopRequest stop, LongSupplier nanoTime) {

  /** Makes a watch with the clock of the system. */
  public static TrialWatch of(TrialListener listener, StopRequest stop) {
    return new TrialWatch(listener, stop, System::nanoTime);
  }
}
