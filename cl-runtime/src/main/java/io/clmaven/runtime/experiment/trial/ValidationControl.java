package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/**
 * Runs a {@link PatienceSchedule} on the validation examples and brings the network of the best
 * epoch back at the end of the task, also when all epochs were run.
 */
final class ValidationControl implements RateControl {

  private final Training.Schedule limits;
  private final Optimizer optimizer;
  private final MethodChain methods;
  private final Evaluator evaluator;
  private final Snapshot best;
  private PatienceSchedule schedule;

  ValidationControl(Training.Schedule limits, TrialParts parts, Evaluator evaluator) {
    this.limits = limits;
    this.optimizer = parts.optimizer();
    this.methods = parts.methods();
    this.evaluator = evaluator;
    this.best = new Snapshot(parts.network(), "schedule");
    this.schedule = new PatienceSchedule(limits, optimizer.learningRate());
  }

  @Override
  public void beginTask() {
    schedule = new PatienceSchedule(limits, optimizer.learningRate());
    best.take();
  }

  @Override
  public boolean endsAfterEpoch(TrainingData data) {
    PatienceSchedule.Outcome outcome = schedule.afterEpoch(evaluator.validationLoss(data));
    if (outcome == PatienceSchedule.Outcome.IMPROVED) {
      best.take();
    }
    if (outcome == PatienceSchedule.Outcome.DECAYED) {
      decay();
    }
    return outcome == PatienceSchedule.Outcome.STOP;
  }

  private void decay() {
    if (limits.restart()) {
      optimizer.restart();
    }
    optimizer.learningRate(schedule.rate());
    methods.rateDecayed(limits.factor());
  }

  @Override
  public void endTask() {
    best.restore();
  }

  @Override
  public void save(StateWriter out) {
    schedule.save(out);
    best.save(out);
  }

  @Override
  public void load(StateReader in) {
    schedule.load(in);
    optimizer.learningRate(schedule.rate());
    best.load(in);
  }
}
