package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/**
 * Runs a {@link PatienceSchedule} on the validation examples and brings the parameters of the best
 * epoch back at the end of the task, also when all epochs were run.
 */
final class ValidationControl implements RateControl {

  private final Training.Schedule limits;
  private final Optimizer optimizer;
  private final FlatVector parameters;
  private final Evaluator evaluator;
  private final float[] best; // [P]
  private PatienceSchedule schedule;

  ValidationControl(Training.Schedule limits, TrialParts parts, Evaluator evaluator) {
    this.limits = limits;
    this.optimizer = parts.optimizer();
    this.parameters = parts.network().parameters();
    this.evaluator = evaluator;
    this.best = new float[parameters.length()];
    this.schedule = new PatienceSchedule(limits, optimizer.learningRate());
  }

  @Override
  public void beginTask() {
    schedule = new PatienceSchedule(limits, optimizer.learningRate());
    keep();
  }

  @Override
  public boolean endsAfterEpoch(TrainingData data) {
    PatienceSchedule.Outcome outcome = schedule.afterEpoch(evaluator.validationLoss(data));
    if (outcome == PatienceSchedule.Outcome.IMPROVED) {
      keep();
    }
    optimizer.learningRate(schedule.rate());
    return outcome == PatienceSchedule.Outcome.STOP;
  }

  @Override
  public void endTask() {
    System.arraycopy(best, 0, parameters.values(), 0, best.length);
  }

  private void keep() {
    System.arraycopy(parameters.pull(), 0, best, 0, best.length);
  }

  @Override
  public void save(StateWriter out) {
    schedule.save(out);
    out.putFloats("schedule.parameters", best);
  }

  @Override
  public void load(StateReader in) {
    schedule.load(in);
    optimizer.learningRate(schedule.rate());
    System.arraycopy(in.getFloats("schedule.parameters"), 0, best, 0, best.length);
  }
}
