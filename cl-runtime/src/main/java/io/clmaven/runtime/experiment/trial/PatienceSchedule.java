package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;

/**
 * Learning-rate decay and early stopping of one task by the validation loss after each epoch. A
 * loss has to be strictly smaller than the best one to count; after {@code patience} epochs without
 * that the rate is divided by {@code factor}, and the task stops as soon as that gives a rate below
 * {@code minimum}. Source: Saha, Garg and Roy, "Gradient Projection Memory for Continual Learning",
 * ICLR 2021, {@code main()} of the official code.
 */
public final class PatienceSchedule implements Stateful {

  /** What follows from the validation loss of an epoch. */
  public enum Outcome {
    /** The smallest loss so far: these parameters are the ones to keep. */
    IMPROVED,
    /** Go on. */
    UNCHANGED,
    /** Go on at a smaller rate. */
    DECAYED,
    /** The task ends here. */
    STOP
  }

  private final Training.Schedule limits;
  private double rate;
  private double best = Double.POSITIVE_INFINITY;
  private int left;

  /** Starts a task at a learning rate. */
  public PatienceSchedule(Training.Schedule limits, double rate) {
    this.limits = limits;
    this.rate = rate;
    this.left = limits.patience();
  }

  /** Returns the learning rate for the next epoch. */
  public double rate() {
    return rate;
  }

  /** Decides what follows from the validation loss of an epoch; NaN is no improvement. */
  public Outcome afterEpoch(double loss) {
    if (loss < best) {
      best = loss;
      left = limits.patience();
      return Outcome.IMPROVED;
    }
    left--;
    if (left > 0) {
      return Outcome.UNCHANGED;
    }
    rate /= limits.factor();
    left = limits.patience();
    return rate < limits.minimum() ? Outcome.STOP : Outcome.DECAYED;
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble("schedule.rate", rate);
    out.putDouble("schedule.best", best);
    out.putLong("schedule.left", left);
  }

  @Override
  public void load(StateReader in) {
    rate = in.getDouble("schedule.rate");
    best = in.getDouble("schedule.best");
    left = Math.toIntExact(in.getLong("schedule.left"));
  }
}
