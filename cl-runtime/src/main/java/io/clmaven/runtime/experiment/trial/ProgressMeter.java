package io.clmaven.runtime.experiment.trial;

import java.util.function.LongSupplier;

/** Tells the listener where training is, at most four times per second. */
final class ProgressMeter {

  private static final long INTERVAL_NANOS = 250_000_000L;

  private final TrialListener listener;
  private final LongSupplier nanoTime;
  private final Position position;
  private final double epochsInAll;
  private final int epochs;
  private long last;
  private double lossSum;
  private long count;

  ProgressMeter(TrialParts parts, Position position, TrialWatch watch) {
    this.listener = watch.listener();
    this.nanoTime = watch.nanoTime();
    this.position = position;
    this.epochs = parts.experiment().training().epochs();
    this.epochsInAll = (double) epochs * position.visits();
    this.last = nanoTime.getAsLong();
  }

  /** Takes note of a step that is done. */
  void step(double loss, int steps) {
    lossSum += loss;
    count++;
    long now = nanoTime.getAsLong();
    if (now - last >= INTERVAL_NANOS) {
      last = now;
      tell(steps);
    }
  }

  private void tell(int steps) {
    double epochsDone =
        (double) position.visited() * epochs + position.epoch() + (double) position.step() / steps;
    listener.progress(
        new TrialListener.Progress(
            position.task(),
            position.epoch() + 1,
            position.step(),
            steps,
            lossSum / count,
            epochsDone / epochsInAll));
    lossSum = 0;
    count = 0;
  }
}
